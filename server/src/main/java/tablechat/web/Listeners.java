package tablechat.web;

import io.helidon.websocket.WsListener;
import java.util.Map;

/// Makes the listener of each socket that is let in. `query` holds the decoded query parameters, the first of each name, without
/// the token. The listener may send from `onOpen` on. It is called by the socket's own reading thread, gets whole messages only,
/// and its `onClose` is called exactly once, however the socket ended: with the client's code, ours, or 1006 if it vanished.
/// `onError` and `onHttpUpgrade` are not called: what a listener throws is logged and closes its socket with 1011.
public interface Listeners {

    WsListener listener(Outbox outbox, Map<String, String> query);
}
