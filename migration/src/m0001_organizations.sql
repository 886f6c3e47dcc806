-- What organizations declared, as revisions brought it. An organization's and an entry's versions are immutable: a version is in force
-- from since_revision until, and without, until_revision; the lists of a version hang off its row, in the order of position.
-- Words of enums are those of the API. Dates are ISO 8601. {id}, {instant} and {clustered} are the back end's own words.

-- Short and stable codes, e.g. arrow-trust; what an organization states hangs off its versions.
CREATE TABLE organization (
    id {id} NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> '')
);

-- One apply of what workbooks declare of one organization. Numbered through the registry, ascending in time.
CREATE TABLE revision (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    organization_id BIGINT NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
    applied_at {instant} NOT NULL,
    applied_by TEXT NOT NULL,
    added INTEGER NOT NULL CHECK (added >= 0),
    amended INTEGER NOT NULL CHECK (amended >= 0),
    retired INTEGER NOT NULL CHECK (retired >= 0)
);
CREATE INDEX revision_of_organization ON revision (organization_id, number);

CREATE TABLE revision_workbook (
    revision INTEGER NOT NULL REFERENCES revision (number) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    PRIMARY KEY (revision, position)
) {clustered};

-- The sheets that anything was read from; sheet is empty for a CSV file that stands alone.
CREATE TABLE sheet (
    id {id} NOT NULL PRIMARY KEY,
    workbook TEXT NOT NULL,
    sheet TEXT NOT NULL,
    UNIQUE (workbook, sheet)
);

-- ---------------------------------------------------------------- organizations

CREATE TABLE organization_version (
    id {id} NOT NULL PRIMARY KEY,
    organization_id BIGINT NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
    since_revision INTEGER NOT NULL REFERENCES revision (number) ON DELETE RESTRICT,
    until_revision INTEGER REFERENCES revision (number) ON DELETE RESTRICT CHECK (until_revision > since_revision),
    name TEXT NOT NULL,
    home TEXT NOT NULL CHECK (length(home) = 2),
    address TEXT,
    representative TEXT,
    business TEXT,
    manager TEXT,
    standard TEXT,
    established DATE,
    revised DATE,
    storage_certainty TEXT NOT NULL CHECK (storage_certainty IN {certainty}),
    storage_abroad TEXT NOT NULL CHECK (storage_abroad IN {stated}),
    storage_reason TEXT,
    storage_text TEXT,
    entrusted TEXT NOT NULL CHECK (entrusted IN {stated}),
    provided TEXT NOT NULL CHECK (provided IN {stated}),
    jointly_used TEXT NOT NULL CHECK (jointly_used IN {stated}),
    UNIQUE (organization_id, since_revision)
);
CREATE UNIQUE INDEX organization_version_in_force ON organization_version (organization_id) WHERE until_revision IS NULL;

-- Lists of words of an organization and of what it consists of; owner is the position of that part, or 0 for the organization.
CREATE TABLE organization_word (
    version_id BIGINT NOT NULL REFERENCES organization_version (id) ON DELETE RESTRICT,
    list TEXT NOT NULL CHECK (list IN (
        'certifications', 'storage', 'policies.citations', 'contacts.roles', 'contacts.phones', 'procedures.rights',
        'procedures.requesters', 'procedures.subjects', 'procedures.payment', 'jointUses.items', 'jointUses.acquisition',
        'places.providerCountry', 'places.serverCountry', 'entrustments.country', 'provisions.country'
    )),
    owner INTEGER NOT NULL CHECK (owner >= 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    word TEXT NOT NULL,
    PRIMARY KEY (version_id, list, owner, position),
    CHECK (list NOT IN ('storage', 'places.providerCountry', 'places.serverCountry', 'entrustments.country', 'provisions.country')
        OR length(word) = 2),
    CHECK (list <> 'contacts.roles' OR word IN ('REQUESTS', 'COMPLAINTS', 'MANAGER', 'ACCREDITED_ORGANIZATION')),
    CHECK (list <> 'procedures.rights' OR word IN (
        'NOTICE_OF_PURPOSE', 'DISCLOSURE', 'DISCLOSURE_OF_PROVISION_RECORDS', 'CORRECTION', 'ADDITION', 'DELETION', 'SUSPENSION_OF_USE',
        'ERASURE', 'SUSPENSION_OF_PROVISION'
    )),
    CHECK (list <> 'procedures.requesters' OR word IN {requester})
) {clustered};

-- The provisions of law that a condition or a ground cites.
CREATE TABLE organization_basis (
    version_id BIGINT NOT NULL REFERENCES organization_version (id) ON DELETE RESTRICT,
    list TEXT NOT NULL CHECK (list IN ('provisionConditions', 'refusalGrounds')),
    owner INTEGER NOT NULL CHECK (owner >= 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    law TEXT NOT NULL CHECK (law IN {law}),
    article TEXT NOT NULL,
    PRIMARY KEY (version_id, list, owner, position)
) {clustered};

CREATE TABLE organization_source (
    version_id BIGINT NOT NULL REFERENCES organization_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    field TEXT NOT NULL CHECK (field IN {field}),
    sheet_id BIGINT NOT NULL REFERENCES sheet (id) ON DELETE RESTRICT,
    cell TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (version_id, position)
) {clustered};

CREATE TABLE policy (
    version_id BIGINT NOT NULL REFERENCES organization_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    established DATE,
    revised DATE,
    text TEXT,
    PRIMARY KEY (version_id, position)
);

CREATE TABLE contact (
    version_id BIGINT NOT NULL REFERENCES organization_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    address TEXT,
    email TEXT,
    hours TEXT,
    notes TEXT,
    PRIMARY KEY (version_id, position)
);

CREATE TABLE safety_measure (
    version_id BIGINT NOT NULL REFERENCES organization_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL CHECK (kind IN (
        'BASIC_POLICY', 'RULES', 'ORGANIZATIONAL', 'HUMAN', 'PHYSICAL', 'TECHNICAL', 'ENTRUSTEE_SUPERVISION', 'EXTERNAL_ENVIRONMENT'
    )),
    text TEXT NOT NULL,
    PRIMARY KEY (version_id, position)
);

CREATE TABLE regime (
    version_id BIGINT NOT NULL REFERENCES organization_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    country TEXT NOT NULL CHECK (length(country) = 2),
    summary TEXT,
    concerns TEXT,
    measures TEXT,
    checked_on DATE,
    source TEXT,
    PRIMARY KEY (version_id, position)
);

CREATE TABLE provision_condition (
    version_id BIGINT NOT NULL REFERENCES organization_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL,
    PRIMARY KEY (version_id, position)
);

CREATE TABLE place (
    version_id BIGINT NOT NULL REFERENCES organization_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    provider TEXT,
    provider_country_certainty TEXT NOT NULL CHECK (provider_country_certainty IN {certainty}),
    provider_country_abroad TEXT NOT NULL CHECK (provider_country_abroad IN {stated}),
    provider_country_reason TEXT,
    provider_country_text TEXT,
    server_country_certainty TEXT NOT NULL CHECK (server_country_certainty IN {certainty}),
    server_country_abroad TEXT NOT NULL CHECK (server_country_abroad IN {stated}),
    server_country_reason TEXT,
    server_country_text TEXT,
    handles_data TEXT NOT NULL CHECK (handles_data IN {stated}),
    notes TEXT,
    PRIMARY KEY (version_id, position),
    UNIQUE (version_id, name)
);

CREATE TABLE entrustee (
    version_id BIGINT NOT NULL REFERENCES organization_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    country_certainty TEXT NOT NULL CHECK (country_certainty IN {certainty}),
    country_abroad TEXT NOT NULL CHECK (country_abroad IN {stated}),
    country_reason TEXT,
    country_text TEXT,
    work TEXT,
    contracted_on DATE,
    subcontracting TEXT NOT NULL CHECK (subcontracting IN {stated}),
    transfer TEXT NOT NULL CHECK (transfer IN {transfer}),
    checked_on DATE,
    notes TEXT,
    PRIMARY KEY (version_id, position),
    UNIQUE (version_id, name)
);

CREATE TABLE recipient (
    version_id BIGINT NOT NULL REFERENCES organization_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    country_certainty TEXT NOT NULL CHECK (country_certainty IN {certainty}),
    country_abroad TEXT NOT NULL CHECK (country_abroad IN {stated}),
    country_reason TEXT,
    country_text TEXT,
    legal_basis TEXT,
    transfer TEXT NOT NULL CHECK (transfer IN {transfer}),
    collected_directly TEXT NOT NULL CHECK (collected_directly IN {stated}),
    opt_out TEXT,
    notes TEXT,
    PRIMARY KEY (version_id, position),
    UNIQUE (version_id, name)
);

CREATE TABLE joint_use (
    version_id BIGINT NOT NULL REFERENCES organization_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    scope TEXT,
    responsible TEXT,
    responsible_address TEXT,
    responsible_representative TEXT,
    includes_foreign TEXT NOT NULL CHECK (includes_foreign IN {stated}),
    PRIMARY KEY (version_id, position),
    UNIQUE (version_id, name)
);

CREATE TABLE joint_use_purpose (
    version_id BIGINT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    joint_use INTEGER NOT NULL,
    subject TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (version_id, position),
    FOREIGN KEY (version_id, joint_use) REFERENCES joint_use (version_id, position) ON DELETE RESTRICT
);

-- 開示等手続, with its fee (手数料).
CREATE TABLE procedure (
    version_id BIGINT NOT NULL REFERENCES organization_version (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 0),
    accepted TEXT NOT NULL CHECK (accepted IN {stated}),
    application TEXT,
    form TEXT,
    reply TEXT,
    fee_kind TEXT NOT NULL CHECK (fee_kind IN ('FIXED', 'FREE', 'ESTIMATED', 'AT_COST', 'NOT_STATED')),
    fee_amount BIGINT CHECK (fee_amount >= 0),
    fee_tax TEXT NOT NULL CHECK (fee_tax IN ('INCLUDED', 'EXCLUDED', 'NOT_STATED')),
    fee_per TEXT NOT NULL CHECK (fee_per IN ('REQUEST', 'ITEM', 'NOT_STATED')),
    fee_refundable TEXT NOT NULL CHECK (fee_refundable IN {stated}),
    fee_estimate_by_effort TEXT NOT NULL CHECK (fee_estimate_by_effort IN {stated}),
    fee_text TEXT,
    notes TEXT,
    PRIMARY KEY (version_id, position)
);

-- 必要書類. Lines that share alternatives are such, of which choose must be shown.
CREATE TABLE required_document (
    version_id BIGINT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    procedure INTEGER NOT NULL,
    requester TEXT NOT NULL CHECK (requester IN {requester}),
    name TEXT NOT NULL,
    alternatives TEXT,
    choose BIGINT CHECK (choose >= 0),
    issued_within TEXT,
    conditions TEXT,
    PRIMARY KEY (version_id, position),
    FOREIGN KEY (version_id, procedure) REFERENCES procedure (version_id, position) ON DELETE RESTRICT
);

CREATE TABLE refusal_ground (
    version_id BIGINT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    procedure INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'RIGHTS_OF_PERSON_OR_OTHERS', 'HINDRANCE_TO_BUSINESS', 'BREACH_OF_LAW', 'UNLAWFUL_ACTS', 'NATIONAL_SECURITY', 'CRIME_PREVENTION',
        'PURPOSE_EVIDENT', 'RIGHTS_OF_OPERATOR', 'GOVERNMENT_COOPERATION', 'IDENTITY_NOT_VERIFIED', 'NOT_HELD', 'OTHER'
    )),
    text TEXT NOT NULL,
    PRIMARY KEY (version_id, position),
    FOREIGN KEY (version_id, procedure) REFERENCES procedure (version_id, position) ON DELETE RESTRICT
);
