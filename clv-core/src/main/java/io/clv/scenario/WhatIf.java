package io.clv.scenario;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.LtvModel;
import io.clv.quantity.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * A base and what values it, to be asked what if:
 *
 * <pre>{@code
 * WhatIf whatIf = WhatIf.of(model, base).by(stores);
 * Outcome outcome = whatIf.run(Scenario.of("loyalty", Change.churnTimes(0.8)));
 * Tornado tornado = whatIf.tornado(List.of(
 *         Swing.around("price", percent(5), Change::price),
 *         new Swing("churn", Change.churnTimes(0.8), Change.churnTimes(1.25))));
 * }</pre>
 *
 * <p>The inputs that scenarios change, such as margin, discount and horizon, are set in the base and not in the model.
 * A scenario that changes nothing changes nothing, to the cent. Immutable, and safe to share between threads if the
 * model is.
 */
public final class WhatIf {

    private final Setting setting;
    private final Groups groups;
    private final CustomerValues before;

    private WhatIf(Setting setting, Groups groups, CustomerValues before) {
        this.setting = setting;
        this.groups = groups;
        this.before = before;
    }

    /**
     * Values a base as it is.
     *
     * @param model a formula, a fitted model or one of your own; a fitted one is not fitted again
     * @param base the customers, and the inputs that scenarios are to change
     * @return what may be asked, with all customers as one segment
     * @throws IllegalArgumentException if the model cannot value the base
     */
    public static WhatIf of(LtvModel model, CustomerBase base) {
        Setting setting = new Setting(model, base, List.of());
        return new WhatIf(setting, Groups.of(new int[base.size()], List.of("all")), setting.values());
    }

    /**
     * The same, looked at by segment.
     *
     * @param segments one for each row of the base
     * @return what may be asked
     * @throws IllegalArgumentException if the segments are not of the base's rows
     */
    public WhatIf by(Groups segments) {
        if (segments.size() != before.size()) {
            throw new IllegalArgumentException("segments must be of the " + before.size()
                    + " customers of the base, but were of " + segments.size() + " rows");
        }
        return new WhatIf(setting, segments, before);
    }

    /**
     * The values as they are.
     *
     * @return the values, in the rows of the base
     */
    public CustomerValues values() {
        return before;
    }

    /**
     * The customers.
     *
     * @return the table of the base
     */
    public CustomerTable customers() {
        return before.customers();
    }

    /**
     * What a scenario comes to.
     *
     * @param scenario the scenario
     * @return the values with it beside those without
     * @throws IllegalArgumentException if a change cannot be made or would not be noticed, or the model has no value
     *     then; the message names the scenario and the reason
     */
    public Outcome run(Scenario scenario) {
        return new Outcome(scenario, groups, before, after(scenario));
    }

    private CustomerValues after(Scenario scenario) {
        try {
            Setting changed = setting;
            for (Change change : scenario.changes()) {
                changed = change.on(changed);
            }
            return changed.values();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("scenario '" + scenario.name() + "': " + e.getMessage(), e);
        }
    }

    /**
     * Which driver matters most: each moved down and up alone, the one that moves the value furthest first.
     *
     * @param swings the drivers
     * @return the tornado
     * @throws IllegalArgumentException if there is no driver, or as {@link #run}
     */
    public Tornado tornado(List<Swing> swings) {
        if (swings.isEmpty()) {
            throw new IllegalArgumentException("a tornado needs at least one swing, but there was none");
        }
        List<Tornado.Bar> bars = new ArrayList<>();
        for (Swing swing : swings) {
            bars.add(new Tornado.Bar(swing, total(swing.name(), swing.down()), total(swing.name(), swing.up())));
        }
        return new Tornado(before.total(), bars);
    }

    private Money total(String name, Change change) {
        return after(Scenario.of(name, change)).total();
    }
}
