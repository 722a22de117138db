package tablechat.bench;

import java.util.ArrayList;
import java.util.List;

/// One thing that is measured, some times over. `target` is the most it should be, or the least for a rate; 0 is none.
record Measured(String name, String unit, double target, List<Double> samples) {

    static Measured of(String name, String unit, double target) {
        return new Measured(name, unit, target, new ArrayList<>());
    }

    void add(double sample) {
        samples.add(sample);
    }

    double median() {
        return median(samples);
    }

    static double median(List<Double> samples) {
        List<Double> sorted = samples.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    boolean isRate() {
        return unit.endsWith("/s");
    }

    boolean isMet() {
        return target == 0 || (isRate() ? median() >= target : median() <= target);
    }
}
