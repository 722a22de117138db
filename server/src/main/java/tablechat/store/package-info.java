/// Our own SQLite file: one writer with group commit, two readers and one that searches, migrations. Holds all of TableChat's SQL.
package tablechat.store;
