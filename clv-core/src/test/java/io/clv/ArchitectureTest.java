package io.clv;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.clv.quantity.Money;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Packages are rooms, stacked in floors: a room uses those of lower floors only, and never a neighbour. Rooms that are
 * not built yet have their floor already.
 */
class ArchitectureTest {

    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("io.clv.quantity", 0),
            Map.entry("io.clv.task", 0),
            Map.entry("io.clv.numerics", 0),
            Map.entry("io.clv.ledger", 1),
            Map.entry("io.clv.ltv", 2),
            Map.entry("io.clv.btyd", 3),
            Map.entry("io.clv.segment", 4),
            Map.entry("io.clv.lifecycle", 4),
            Map.entry("io.clv.economics", 4),
            Map.entry("io.clv.cohort", 4),
            Map.entry("io.clv.scenario", 4),
            Map.entry("io.clv.validation", 4),
            Map.entry("io.clv", 5));

    private static final Path ROOT = root();

    private static final JavaClasses CORE = new ClassFileImporter().importPath(ROOT);

    private static Path root() {
        try {
            return Path.of(Money.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean mayUse(String room, String other) {
        return room.equals(other) || floor(room) > floor(other);
    }

    private static int floor(String room) {
        Integer floor = FLOORS.get(room);
        if (floor == null) {
            throw new IllegalArgumentException("package must have a floor, but was " + room);
        }
        return floor;
    }

    @Test
    void roomsUseLowerFloorsOnly() {
        classes().should(useLowerFloorsOnly()).check(CORE);
    }

    @Test
    void neighboursAreStrangers() {
        assertThat(mayUse("io.clv.ledger", "io.clv.quantity")).isTrue();
        assertThat(mayUse("io.clv", "io.clv.cohort")).isTrue();
        assertThat(mayUse("io.clv.quantity", "io.clv.ledger")).isFalse();
        assertThat(mayUse("io.clv.quantity", "io.clv.task")).isFalse();
        assertThat(mayUse("io.clv.cohort", "io.clv.segment")).isFalse();
        assertThat(mayUse("io.clv.ltv", "io.clv")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mayUse("io.clv.util", "io.clv.quantity"))
                .withMessage("package must have a floor, but was io.clv.util");
    }

    @Test
    void roomsAreFreeOfCycles() {
        slices().matching("io.clv.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void everyRoomButNumericsIsExported() throws IOException {
        Set<String> exported;
        try (InputStream module = Files.newInputStream(ROOT.resolve("module-info.class"))) {
            exported = ModuleDescriptor.read(module).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> rooms = rooms();
        rooms.remove("io.clv.numerics");
        assertThat(exported).isEqualTo(rooms);
    }

    @Test
    void everyRoomIsNullMarked() {
        assertThat(rooms()).isNotEmpty().allMatch(room -> CORE.getPackage(room).isAnnotatedWith(NullMarked.class));
    }

    private static Set<String> rooms() {
        return CORE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void nothingElseIsNeeded() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.clv..",
                        "com.google.common..",
                        "org.slf4j..",
                        "org.jspecify..",
                        "org.apache.commons.numbers..")
                .check(CORE);
    }

    @Test
    void databasesAreNeededByOneClassOnly() {
        noClasses()
                .that()
                .haveNameNotMatching("io\\.clv\\.ledger\\.ResultSetLog(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CORE);
    }

    @Test
    void signaturesShowNoGuavaType() {
        classes().should(showNoGuavaType()).check(CORE);
    }

    @Test
    void aGuavaTypeInASignatureWouldBeSeen() {
        JavaClasses exposing = new ClassFileImporter().importClasses(GuavaInSignature.class);
        assertThat(classes()
                        .should(showNoGuavaType())
                        .evaluate(exposing)
                        .getFailureReport()
                        .getDetails())
                .containsExactly(
                        "com.google.common.collect.ImmutableList is shown by io.clv.GuavaInSignature.size(java.util.Map)");
    }

    @Test
    void nothingIsDoneByReflection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(CORE);
        noClasses()
                .should()
                .callMethodWhere(target(owner(equivalentTo(Class.class)))
                        .and(target(
                                nameMatching("forName|newInstance|get(Declared)?(Methods?|Fields?|Constructors?)"))))
                .check(CORE);
    }

    @Test
    void nothingIsPrinted() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
    }

    private static ArchCondition<JavaClass> useLowerFloorsOnly() {
        return new ArchCondition<>("use lower floors only") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                String room = item.getPackageName();
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    String other = dependency.getTargetClass().getPackageName();
                    if (isOurs(room) && isOurs(other) && !mayUse(room, other)) {
                        events.add(SimpleConditionEvent.violated(
                                item, room + " must not use " + other + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean isOurs(String room) {
        return room.equals("io.clv") || room.startsWith("io.clv.");
    }

    private static ArchCondition<JavaClass> showNoGuavaType() {
        return new ArchCondition<>("show no type of com.google.common") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!isShown(item)) {
                    return;
                }
                Stream.concat(item.getRawInterfaces().stream(), item.getRawSuperclass().stream())
                        .filter(ArchitectureTest::isGuava)
                        .forEach(type -> events.add(shown(item, type, item.getName())));
                for (JavaMember member : item.getMembers()) {
                    if (isShown(member.getModifiers())) {
                        member.getAllInvolvedRawTypes().stream()
                                .filter(ArchitectureTest::isGuava)
                                .forEach(type -> events.add(shown(item, type, member.getFullName())));
                    }
                }
            }
        };
    }

    private static SimpleConditionEvent shown(JavaClass item, JavaClass type, String where) {
        return new SimpleConditionEvent(item, false, type.getName() + " is shown by " + where);
    }

    private static boolean isGuava(JavaClass type) {
        return type.getBaseComponentType().getPackageName().startsWith("com.google.common");
    }

    private static boolean isShown(JavaClass type) {
        return isShown(type.getModifiers())
                && type.getEnclosingClass().map(ArchitectureTest::isShown).orElse(true);
    }

    private static boolean isShown(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}
