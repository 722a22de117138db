/// What TableChat does: obeys commands, runs turns, and tells every client what it has to know. Knows no HTTP and no SQL.
package tablechat.chat;
