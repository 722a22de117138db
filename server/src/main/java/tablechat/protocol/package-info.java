/// What goes over the wire and nothing else: commands, events and the values they carry. Imports only `java.*`.
package tablechat.protocol;
