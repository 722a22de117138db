package tablechat.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Keeps what it hears.
final class Heard implements Model.Listener {
    final List<String> texts = new ArrayList<>();
    final List<String> thoughts = new ArrayList<>();
    final CountDownLatch first = new CountDownLatch(1);

    @Override
    public void text(String piece) {
        texts.add(piece);
        first.countDown();
    }

    @Override
    public void thinking(String piece) {
        thoughts.add(piece);
        first.countDown();
    }

    String text() {
        return String.join("", texts);
    }
}
