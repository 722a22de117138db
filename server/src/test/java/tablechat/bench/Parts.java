package tablechat.bench;

import java.util.Set;

/// What of a benchmark is measured.
record Parts(Set<String> all, Set<String> measured) {

    /// @param property names them, with commas between; all where it is not set
    static Parts named(String property, String... parts) {
        Set<String> all = Set.of(parts);
        String named = System.getProperty(property);
        Set<String> measured = named == null ? all : Set.of(named.split(","));
        if (!all.containsAll(measured)) throw new IllegalArgumentException("the parts are " + all);
        return new Parts(all, measured);
    }

    boolean contains(String part) {
        return measured.contains(part);
    }

    boolean areAll() {
        return measured.equals(all);
    }
}
