package io.clv.btyd;

import java.util.List;

/**
 * Which coefficient acts on which parameter through which term of the covariates. Several effects may share a
 * coefficient.
 */
final class CovariateDesign {

    private final int base;
    private final List<Effect> effects;
    /** By effect and term, the coefficient's place among all parameters. */
    private final int[][] places;

    private final int size;

    CovariateDesign(int base, List<Effect> effects, int[][] places, int size) {
        this.base = base;
        this.effects = effects;
        this.places = places;
        this.size = size;
    }

    /** The parameters of customers with given covariates. */
    double[] scaled(double[] parameters, double[] covariates) {
        double[] scaled = new double[base];
        System.arraycopy(parameters, 0, scaled, 0, base);
        for (int e = 0; e < effects.size(); e++) {
            double sum = 0;
            for (int t = 0; t < covariates.length; t++) {
                sum += parameters[places[e][t]] * covariates[t];
            }
            Effect effect = effects.get(e);
            scaled[effect.parameter()] *= Math.exp(effect.sign() * sum);
        }
        return scaled;
    }

    /**
     * Adds what customers with given covariates contribute. The log of a scaled parameter is that of the parameter plus
     * a sum of coefficients: with g and H by those logs, and a row of ones and covariates for each of them, the
     * derivatives are J'g and J'HJ.
     */
    void add(DerivativeSum own, double[] scaled, double[] parameters, double[] covariates, DerivativeSum sum) {
        double[] g = new double[base];
        double[][] h = new double[base][base];
        for (int i = 0; i < base; i++) {
            g[i] = own.gradient[i] * scaled[i];
            for (int j = i; j < base; j++) {
                h[i][j] = own.hessian[i * base + j] * scaled[i] * scaled[j] + (i == j ? g[i] : 0);
                h[j][i] = h[i][j];
            }
        }
        double[][] jacobian = new double[base][size];
        for (int i = 0; i < base; i++) {
            jacobian[i][i] = 1;
        }
        for (int e = 0; e < effects.size(); e++) {
            Effect effect = effects.get(e);
            for (int t = 0; t < covariates.length; t++) {
                jacobian[effect.parameter()][places[e][t]] += effect.sign() * covariates[t];
            }
        }
        double[] gradient = new double[size];
        double[][] curved = new double[base][size];
        for (int i = 0; i < base; i++) {
            for (int k = 0; k < size; k++) {
                gradient[k] += jacobian[i][k] * g[i];
                for (int j = 0; j < base; j++) {
                    curved[i][k] += h[i][j] * jacobian[j][k];
                }
            }
        }
        sum.value.add(own.value);
        for (int k = 0; k < size; k++) {
            sum.gradient[k] += gradient[k] / slope(k, parameters);
            for (int l = k; l < size; l++) {
                double second = 0;
                for (int i = 0; i < base; i++) {
                    second += jacobian[i][k] * curved[i][l];
                }
                // Back from logs to the positive parameters themselves.
                double own2 = k == l && k < base ? gradient[k] : 0;
                sum.hessian[k * size + l] += (second - own2) / (slope(k, parameters) * slope(l, parameters));
            }
        }
    }

    private double slope(int k, double[] parameters) {
        return k < base ? parameters[k] : 1;
    }
}
