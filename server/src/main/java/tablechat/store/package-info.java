/// Our own SQLite file: one writer with group commit, two readers, migrations. Holds all of TableChat's SQL.
package tablechat.store;
