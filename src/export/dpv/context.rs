//! The context: what every prefix and property of the document means.

use serde_json::{Value, json};

/// The prefixes, and the properties whose values are always lists here, so that readers of plain JSON meet one shape.
pub(super) fn context() -> Value {
    let mut context = json!({
        "@version": 1.1,
        "dpv": "https://w3id.org/dpv#",
        "pd": "https://w3id.org/dpv/pd#",
        "loc": "https://w3id.org/dpv/loc#",
        "dct": "http://purl.org/dc/terms/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    });
    for property in [
        "dct:hasPart",
        "dct:source",
        "dpv:hasContact",
        "dpv:hasDataProcessor",
        "dpv:hasDataSource",
        "dpv:hasDataSubject",
        "dpv:hasJointDataControllers",
        "dpv:hasLegalBasis",
        "dpv:hasOrganisationalMeasure",
        "dpv:hasPersonalData",
        "dpv:hasPhysicalMeasure",
        "dpv:hasPolicy",
        "dpv:hasPurpose",
        "dpv:hasRecipient",
        "dpv:hasResponsibleEntity",
        "dpv:hasRight",
        "dpv:hasStorageCondition",
        "dpv:hasTechnicalMeasure",
        "rdfs:comment",
    ] {
        context[property] = json!({ "@id": property, "@container": "@set" });
    }
    context
}
