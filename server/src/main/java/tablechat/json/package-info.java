/// JSON in and out, strictly: [Json] reads and writes, [Decoder] fills records. The only package that knows JSON-B.
package tablechat.json;
