package tablechat.model.offline;

import java.util.List;

/// What the model does next.
sealed interface Step {

    record Look(List<Evidence.Wish> calls) implements Step {}

    record Say(String text) implements Step {}
}
