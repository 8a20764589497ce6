package io.clv.numerics;

/**
 * Gauss and Legendre's rules with 8, 16 and 32 nodes on [0, 1], exact for polynomials of twice their size. The nodes
 * are the zeros of Legendre's polynomials by Newton's method, to the last bit or two.
 */
public final class GaussLegendre {

    private static final GaussLegendre EIGHT = new GaussLegendre(8);
    private static final GaussLegendre SIXTEEN = new GaussLegendre(16);
    private static final GaussLegendre THIRTY_TWO = new GaussLegendre(32);

    private final double[] nodes;
    private final double[] weights;

    private GaussLegendre(int size) {
        nodes = new double[size];
        weights = new double[size];
        for (int i = 0; i < size; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (size + 0.5));
            double slope = 0;
            for (int iteration = 0; iteration < 8; iteration++) {
                double before = 1;
                double value = x;
                for (int degree = 2; degree <= size; degree++) {
                    double next = ((2 * degree - 1) * x * value - (degree - 1) * before) / degree;
                    before = value;
                    value = next;
                }
                slope = size * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }
            nodes[i] = 0.5 * (1 - x);
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
    }

    /**
     * The rule with 8 nodes.
     *
     * @return the rule
     */
    public static GaussLegendre eight() {
        return EIGHT;
    }

    /**
     * The rule with 16 nodes.
     *
     * @return the rule
     */
    public static GaussLegendre sixteen() {
        return SIXTEEN;
    }

    /**
     * The rule with 32 nodes.
     *
     * @return the rule
     */
    public static GaussLegendre thirtyTwo() {
        return THIRTY_TWO;
    }

    /**
     * How many nodes there are.
     *
     * @return 8, 16 or 32
     */
    public int size() {
        return nodes.length;
    }

    /**
     * A node.
     *
     * @param i from 0
     * @return its place in (0, 1); they ascend
     */
    public double node(int i) {
        return nodes[i];
    }

    /**
     * A node's weight.
     *
     * @param i from 0
     * @return the weight; they sum to 1
     */
    public double weight(int i) {
        return weights[i];
    }
}
