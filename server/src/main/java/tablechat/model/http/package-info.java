/// One streamed request to a provider at a time, on the thread that asks: [Exchange] is langchain4j's `HttpClient`, [Opening] sends
/// and waits for the head, [Line] is the connection, [Body] takes the response out of it, [Events] cuts that into server-sent events.
package tablechat.model.http;
