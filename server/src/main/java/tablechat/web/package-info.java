/// The way in and out: HTTP, the WebSocket (RFC 6455) on Helidon's upgrade SPI, the static page, and the door that every request
/// passes. What is said over a socket is not known here below [tablechat.web.Server]: it carries text in and bytes out.
package tablechat.web;
