package tablechat.model.offline;

import java.time.LocalDate;

/// What a question is read against: the schema, the ways through it, and what the tools have told so far.
///
/// @param charts there is a tool that draws them
/// @param today what `this year` and `overdue` are reckoned from
record World(
        Schema schema,
        Relations relations,
        Linker linker,
        Routes routes,
        Evidence evidence,
        Dialect dialect,
        boolean charts,
        LocalDate today) {}
