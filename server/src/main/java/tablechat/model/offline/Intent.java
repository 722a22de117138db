package tablechat.model.offline;

/// What kind of thing the user wants, before the schema is known.
sealed interface Intent {

    record Sql(String sql) implements Intent {}

    record ShowSql() implements Intent {}

    record ListTables() implements Intent {}

    record Hello() implements Intent {}

    /// Of the tables it names, if it names any.
    record Describe() implements Intent {}

    /// Something that would change data.
    record Write() implements Intent {}

    record Ask() implements Intent {}
}
