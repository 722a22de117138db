/// One session as a document: written down as JSON, Markdown or HTML, and read back from JSON.
package tablechat.transcript;
