-- ---------------------------------------------------------------- entries

-- An entry keeps its row here through all its versions, also when it is retired and comes back.
CREATE TABLE entry (
    id {id} NOT NULL PRIMARY KEY,
    organization_id BIGINT NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
    control_no TEXT NOT NULL,
    occurrence BIGINT NOT NULL CHECK (occurrence > 0),
    UNIQUE (organization_id, control_no, occurrence)
);

CREATE TABLE entry_version (
    id {id} NOT NULL PRIMARY KEY,
    entry_id BIGINT NOT NULL REFERENCES entry (id) ON DELETE RESTRICT,
    since_revision INTEGER NOT NULL REFERENCES revision (number) ON DELETE RESTRICT,
    until_revision INTEGER REFERENCES revision (number) ON DELETE RESTRICT CHECK (until_revision > since_revision),
    name TEXT NOT NULL,
    nature TEXT NOT NULL CHECK (nature IN ('PERSONAL_INFORMATION', 'PERSONALLY_REFERABLE', 'PSEUDONYMIZED', 'ANONYMIZED', 'NOT_STATED')),
    capacity TEXT NOT NULL CHECK (capacity IN ('OWN', 'ENTRUSTED_TO_US', 'NOT_STATED')),
    department TEXT,
    manager TEXT,
    count BIGINT CHECK (count >= 0),
    storage_certainty TEXT NOT NULL CHECK (storage_certainty IN {certainty}),
    storage_abroad TEXT NOT NULL CHECK (storage_abroad IN {stated}),
    storage_reason TEXT,
    storage_text TEXT,
    retention_kind TEXT NOT NULL CHECK (retention_kind IN (
        'PERIOD', 'AFTER_EVENT', 'UNTIL_EVENT', 'STATUTORY', 'PERMANENT', 'WHILE_NEEDED', 'NOT_STATED', 'UNREADABLE'
    )),
    retention_period TEXT,
    retention_after TEXT,
    retention_due_on DATE,
    retention_text TEXT,
    disposal TEXT,
    entrusted TEXT NOT NULL CHECK (entrusted IN {stated}),
    provided TEXT NOT NULL CHECK (provided IN {stated}),
    jointly_used TEXT NOT NULL CHECK (jointly_used IN {stated}),
    special_care TEXT NOT NULL CHECK (special_care IN {stated}),
    individual_number TEXT NOT NULL CHECK (individual_number IN {stated}),
    disclosure_eligible TEXT NOT NULL CHECK (disclosure_eligible IN {stated}),
    disclosure_text TEXT,
    reviewed_on DATE,
    notes TEXT,
    UNIQUE (entry_id, since_revision)
);
CREATE UNIQUE INDEX entry_version_in_force ON entry_version (entry_id) WHERE until_revision IS NULL;
CREATE INDEX entry_version_since ON entry_version (since_revision);
CREATE INDEX entry_version_until ON entry_version (until_revision) WHERE until_revision IS NOT NULL;

-- The lists of an entry: 本人の区分, 項目 and so on; the countries of its storage, the exceptions of its retention, the reasons why it
-- is not disclosed.
CREATE TABLE entry_word (
    version_id BIGINT NOT NULL REFERENCES entry_version (id) ON DELETE RESTRICT,
    field TEXT NOT NULL CHECK (field IN (
        'subjects', 'items', 'purposes', 'acquisition', 'acquiredFrom', 'accessors', 'media', 'places', 'storage', 'retention',
        'entrustments', 'provisions', 'jointUses', 'disclosure'
    )),
    position INTEGER NOT NULL CHECK (position >= 0),
    word TEXT NOT NULL,
    PRIMARY KEY (version_id, field, position),
    CHECK (field <> 'acquiredFrom' OR word IN (
        'PRINCIPAL', 'ENTRUSTOR', 'THIRD_PARTY', 'PUBLIC_OFFICE', 'PUBLISHED', 'CREDIT_BUREAU', 'AUTOMATIC', 'OTHER'
    )),
    CHECK (field <> 'media' OR word IN ('PAPER', 'ELECTRONIC', 'OTHER')),
    CHECK (field <> 'storage' OR length(word) = 2),
    CHECK (field <> 'disclosure' OR word IN (
        'ENTRUSTED_TO_US', 'LIFE_BODY_PROPERTY', 'UNLAWFUL_ACTS', 'NATIONAL_SECURITY', 'CRIME_PREVENTION', 'PSEUDONYMIZED',
        'NOT_PERSONAL_DATA', 'NO_REASON_GIVEN'
    ))
) {clustered};

-- Columns of the workbook that no field takes, with their headings.
CREATE TABLE entry_other_column (
    version_id BIGINT NOT NULL REFERENCES entry_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    heading TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (version_id, position)
) {clustered};

-- The cells that each statement of an entry was read from.
CREATE TABLE entry_source (
    version_id BIGINT NOT NULL REFERENCES entry_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    field TEXT NOT NULL CHECK (field IN {field}),
    sheet_id BIGINT NOT NULL REFERENCES sheet (id) ON DELETE RESTRICT,
    cell TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (version_id, position)
) {clustered};

-- ---------------------------------------------------------------- findings

-- What the reading that a revision applied found, of that revision's organization.
CREATE TABLE finding (
    id {id} NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision (number) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    code TEXT NOT NULL CHECK (code <> ''),
    control_no TEXT,
    occurrence BIGINT CHECK (occurrence > 0),
    UNIQUE (revision, position),
    CHECK ((control_no IS NULL) = (occurrence IS NULL))
);

CREATE TABLE finding_word (
    finding_id BIGINT NOT NULL REFERENCES finding (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    word TEXT NOT NULL,
    PRIMARY KEY (finding_id, position)
) {clustered};

CREATE TABLE finding_source (
    finding_id BIGINT NOT NULL REFERENCES finding (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    field TEXT NOT NULL CHECK (field IN {field}),
    sheet_id BIGINT NOT NULL REFERENCES sheet (id) ON DELETE RESTRICT,
    cell TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (finding_id, position)
) {clustered};

CREATE TABLE finding_basis (
    finding_id BIGINT NOT NULL REFERENCES finding (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    law TEXT NOT NULL CHECK (law IN {law}),
    article TEXT NOT NULL,
    PRIMARY KEY (finding_id, position)
) {clustered};
