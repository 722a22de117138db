/// The offline model: rules instead of a language model, for a machine without key or network.
///
/// A turn is thought through anew at every request, from the messages alone: `Turn` reads them, `Evidence` knows what
/// the
/// tools have said so far, `Reading` turns the question into a `Query`, `SqlWriter` writes it down, `Answer` words the
/// outcome.
/// What is not known yet becomes the next tool calls.
package tablechat.model.offline;
