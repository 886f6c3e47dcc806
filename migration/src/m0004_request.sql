-- A person's request as a case. Who the person is stands in request_person and request_paper alone, which are erased after a time; all else stays.
CREATE TABLE request (
    -- The organization, the year of receipt and a count, e.g. arrow-trust-2026-0001.
    number TEXT NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL CHECK (organization <> ''),
    year INTEGER NOT NULL,
    count INTEGER NOT NULL CHECK (count > 0),
    requester TEXT NOT NULL CHECK (requester IN ('PRINCIPAL', 'LEGAL_REPRESENTATIVE', 'AUTHORIZED_AGENT')),
    -- How many items are asked about, where the fee is an item's.
    items BIGINT NOT NULL CHECK (items > 0),
    received_on DATE NOT NULL,
    due_on DATE NOT NULL,
    -- The ledger's revision on receipt.
    revision INTEGER NOT NULL,
    -- What is due, in yen with tax, before anything is looked up.
    fee_yen BIGINT NOT NULL CHECK (fee_yen >= 0),
    fee_estimate_first BOOLEAN NOT NULL,
    fee_estimate_allowed BOOLEAN NOT NULL,
    -- Given by who sends a request, so that sending it twice makes one case.
    idempotency_key TEXT,
    UNIQUE (organization, year, count),
    UNIQUE (organization, idempotency_key)
);

CREATE TABLE request_right (
    number TEXT NOT NULL REFERENCES request (number) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    asked TEXT NOT NULL,
    PRIMARY KEY (number, position)
);

-- 本人の区分, as the person says.
CREATE TABLE request_subject (
    number TEXT NOT NULL REFERENCES request (number) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (number, position)
);

-- 必要書類, as the procedure had them on receipt.
CREATE TABLE request_line (
    number TEXT NOT NULL REFERENCES request (number) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    requester TEXT NOT NULL CHECK (requester IN ('PRINCIPAL', 'LEGAL_REPRESENTATIVE', 'AUTHORIZED_AGENT')),
    name TEXT NOT NULL,
    alternatives TEXT,
    choose BIGINT CHECK (choose >= 0),
    issued_within TEXT,
    conditions TEXT,
    PRIMARY KEY (number, position)
);

-- What happened, in order. Of two who record the next event at the same time, the key lets one.
CREATE TABLE request_event (
    number TEXT NOT NULL REFERENCES request (number) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    recorded_at {instant} NOT NULL,
    recorded_by TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('RECEIVED', 'GUIDED', 'DOCUMENT_ACCEPTED', 'DOCUMENT_REFUSED', 'FEE_ESTIMATED', 'FEE_RECEIVED',
        'DECIDED', 'REOPENED', 'REPLIED', 'WITHDRAWN', 'PERSON_ERASED')),
    -- Yen, of an estimate or a payment.
    yen BIGINT CHECK (yen > 0),
    -- Of a decision: how much is granted, and the ledger's revision that it rests on.
    granted TEXT CHECK (granted IN ('WHOLE', 'PART', 'NONE')),
    revision INTEGER,
    -- Of a decision, the sentence for the person; of one taken back, the reason.
    words TEXT,
    PRIMARY KEY (number, position),
    CHECK ((kind IN ('FEE_ESTIMATED', 'FEE_RECEIVED')) = (yen IS NOT NULL)),
    CHECK ((kind = 'DECIDED') = (granted IS NOT NULL)),
    CHECK ((kind = 'DECIDED') = (revision IS NOT NULL))
);

-- The grounds of a decision.
CREATE TABLE request_ground (
    number TEXT NOT NULL,
    event INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (number, event, position),
    FOREIGN KEY (number, event) REFERENCES request_event (number, position) ON DELETE RESTRICT
);

-- Who the person is: erased after a time.
CREATE TABLE request_person (
    number TEXT NOT NULL PRIMARY KEY REFERENCES request (number) ON DELETE RESTRICT,
    principal TEXT NOT NULL CHECK (principal <> ''),
    requester TEXT,
    contact TEXT
);

-- The papers that came in: erased with the person.
CREATE TABLE request_paper (
    number TEXT NOT NULL REFERENCES request (number) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    line INTEGER NOT NULL,
    issued_on DATE,
    received_on DATE NOT NULL,
    accepted BOOLEAN NOT NULL,
    PRIMARY KEY (number, position),
    FOREIGN KEY (number, line) REFERENCES request_line (number, position) ON DELETE RESTRICT
);

-- Who looked at who the person is.
CREATE TABLE request_viewing (
    id {key},
    number TEXT NOT NULL REFERENCES request (number) ON DELETE RESTRICT,
    viewed_at {instant} NOT NULL,
    viewed_by TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('PERSON', 'PAPERS'))
);
CREATE INDEX request_viewing_of_request ON request_viewing (number);

-- What an organization sets itself; its newest row holds.
CREATE TABLE request_terms (
    id {key},
    organization TEXT NOT NULL CHECK (organization <> ''),
    target_days BIGINT NOT NULL CHECK (target_days > 0),
    keep_person TEXT NOT NULL,
    set_at {instant} NOT NULL,
    set_by TEXT NOT NULL
);
CREATE INDEX request_terms_of_organization ON request_terms (organization);

-- Whether who holds it may see who the persons of requests are, and handle their requests.
ALTER TABLE credential ADD COLUMN desk BOOLEAN NOT NULL DEFAULT FALSE;
