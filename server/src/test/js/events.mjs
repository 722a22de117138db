import { INITIAL, reduce } from '../../../../static/reduce.js';

export function session(id, fields = {}) {
    return {
        id,
        connection: 'c1',
        title: 'New session',
        titleSource: 'default',
        createdAt: '2025-01-01T00:00:00.000Z',
        updatedAt: '2025-01-01T00:00:00.000Z',
        messages: 0,
        pinned: false,
        archived: false,
        running: false,
        ...fields,
    };
}

export function question(id, text) {
    return { id, role: 'user', status: 'complete', createdAt: '2025-01-01T00:00:00.000Z', parts: [{ type: 'text', text }] };
}

export function answer(id, fields = {}) {
    return {
        id,
        role: 'assistant',
        status: 'streaming',
        createdAt: '2025-01-01T00:00:01.000Z',
        parts: [],
        turn: 't1',
        ...fields,
    };
}

/// The snapshot of session `s1`, empty unless said otherwise.
export function switched(fields = {}) {
    return {
        type: 'session.switched',
        session: session('s1'),
        messages: [],
        earlier: false,
        seq: 0,
        running: false,
        window: { messages: 0, trimmed: 0 },
        ...fields,
    };
}

/// The state after a snapshot (or a state) and events of `s1`; those without a `seq` get the next one.
export function played(start, events) {
    const state = start.type ? reduce(INITIAL, start) : start;
    return events.reduce(
        ({ state, seq }, event) => {
            const numbered = { session: 's1', seq: seq + 1, ...event };
            return { state: reduce(state, numbered), seq: numbered.seq };
        },
        { state, seq: state.conversation.seq },
    ).state;
}
