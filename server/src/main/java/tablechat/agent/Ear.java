package tablechat.agent;

import tablechat.model.Model;
import tablechat.model.ModelFailure;

/// Hears the model for the listener, as far as the allowance goes.
record Ear(Listener listener, Allowance allowance) implements Model.Listener {

    @Override
    public void beforeAsking() throws InterruptedException {
        listener.beforeAsking();
    }

    @Override
    public void text(String piece) {
        if (admits(piece)) listener.text(piece);
    }

    @Override
    public void thinking(String piece) {
        if (admits(piece)) listener.thinking(piece);
    }

    @Override
    public boolean mayAskAgain() {
        return allowance.mayAskAgain();
    }

    /// To be asked when the model has ended: an interrupt made here must not outlive that.
    ///
    /// @throws ModelFailure the model had to be ended, as time or room was used up
    void check() throws ModelFailure {
        if (!allowance.overdrawn()) return;
        Thread.interrupted();
        allowance.check();
    }

    private boolean admits(String piece) {
        boolean admitted = allowance.admits(piece);
        // An interrupt of the asking thread, which is this one, is the one way to end what a model says before its end.
        if (!admitted) Thread.currentThread().interrupt();
        return admitted;
    }
}
