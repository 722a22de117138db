/// Users' databases: connect, guard, query, schema. [tablechat.database.Database] is the way in, [tablechat.database.Kind]
/// the seam where another kind of database is added. Knows no session, no model and no store of ours.
package tablechat.database;
