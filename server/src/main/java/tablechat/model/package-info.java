/// Language models behind one blocking, interruptible call on records of ours: [Model]. The only package that knows langchain4j.
/// [Models] finds them; each [Provider] is one file; [RemoteModel] asks over HTTP (see `http`).
package tablechat.model;
