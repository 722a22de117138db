/// One streamed request to a provider at a time, on the thread that asks: [Exchange] is langchain4j's `HttpClient` over the
/// JDK's, [Body] hands bytes from the JDK's threads to the asking one, [Events] cuts them into server-sent events.
package tablechat.model.http;
