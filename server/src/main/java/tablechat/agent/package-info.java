/// Answers one user message with a model and tools: [tablechat.agent.Agent] asks, runs the tools the model calls, and asks again,
/// telling a [tablechat.agent.Listener] as it goes. Knows no socket, no session and no table of ours.
package tablechat.agent;
