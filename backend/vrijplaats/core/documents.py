"""Documents: which ones are known, what limits they keep, and each parsed and validated once."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

import orjson
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    SelectionSetNode,
    parse,
    specified_rules,
    validate,
)
from strawberry.extensions import max_aliases, query_depth_limiter

from vrijplaats.core.rights import Asking, Rights, empty_for_others

MAX_DEPTH = 15
MAX_ALIASES = 30
MAX_TOKENS = 2000
# with every fragment written out where it is spread: the checks walk it that way, so doubling must stop before them
MAX_SELECTIONS = 5000
_FOR_ANYBODY = frozenset({"viewer", "__typename", "__schema", "__type"})


class DocumentRefused(Exception):
    """A document that cannot be carried out; the message names the place, never a value."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a document, ready to be carried out."""

    document: DocumentNode
    name: str | None
    is_mutation: bool
    needs_person: bool
    asking: Asking


class Documents:
    """Finds, checks and keeps documents. With `free` any document is taken, otherwise the known ones only.
    `rights` says who may ask which field of the schema."""

    def __init__(self, schema: GraphQLSchema, known: Mapping[str, str], *, free: bool, rights: Rights) -> None:
        self.schema = schema
        self.known = known
        self.rights = rights
        empty_for_others(schema, rights)
        self.free = free
        rules = [max_aliases.create_validator(MAX_ALIASES), query_depth_limiter.create_validator(MAX_DEPTH, None)]
        self._rules = [*specified_rules, *rules, *([] if free else [NoSchemaIntrospectionCustomRule])]
        self._checked = lru_cache(maxsize=512)(self._check)
        self.operation = lru_cache(maxsize=512)(self._operation)

    def knowing(self, known: Mapping[str, str]) -> Self:
        """The same with other known documents; what was parsed and validated is shared."""
        another = copy(self)
        another.known = known
        return another

    def text_of(self, body: Mapping[str, Any]) -> str:
        """The document a request means: by the hash of a known one, or in full where that is allowed."""
        if (identifier := body.get("documentId")) is not None:
            if isinstance(identifier, str) and (text := self.known.get(identifier.removeprefix("sha256:"))):
                return text
            raise DocumentRefused("unknown document")
        text = body.get("query")
        if not isinstance(text, str) or not (self.free or text in self.known.values()):
            raise DocumentRefused("no known document")
        return text

    def _operation(self, text: str, name: str | None) -> Operation:
        """The operation to carry out; raises DocumentRefused."""
        document = self._checked(text)
        operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
        chosen = [node for node in operations if name is None or (node.name is not None and node.name.value == name)]
        if len(chosen) != 1 or chosen[0].operation is OperationType.SUBSCRIPTION:
            raise DocumentRefused("unknown operation name")
        fragments, selections = _fragments(document), chosen[0].selection_set
        fields = _root_fields(selections, fragments)
        is_mutation = chosen[0].operation is OperationType.MUTATION
        given = chosen[0].name.value if chosen[0].name else None
        root = self.schema.mutation_type if is_mutation else self.schema.query_type
        assert root is not None
        asking = Asking(self.schema, self.rights, root, selections, fragments)
        return Operation(document, given, is_mutation, is_mutation or not fields <= _FOR_ANYBODY, asking)

    def _check(self, text: str) -> DocumentNode:
        try:
            document = parse(text, max_tokens=MAX_TOKENS)
        except GraphQLError as error:
            raise DocumentRefused(_without_value(error)) from None
        except RecursionError:
            raise DocumentRefused("nested too deeply") from None
        if errors := self._errors(document):
            raise DocumentRefused("; ".join(_without_value(error) for error in errors))
        return document

    def _errors(self, document: DocumentNode) -> list[GraphQLError]:
        try:
            _refuse_what_unfolds(document)
            return validate(self.schema, document, self._rules, max_errors=5, hide_suggestions=True)
        except RecursionError:
            raise DocumentRefused("nested too deeply") from None


def keep_documents(manifest: Path, kept: Path) -> dict[str, str]:
    """The known documents by hash: those of this build, and of earlier ones, because phones still hold those shells."""
    if manifest.is_file():
        content = manifest.read_bytes()
        kept.mkdir(parents=True, exist_ok=True)
        (kept / f"{sha256(content).hexdigest()}.json").write_bytes(content)
    known: dict[str, str] = {}
    for path in sorted(kept.glob("*.json")):
        texts: dict[str, str] = orjson.loads(path.read_bytes())
        known.update({identifier.removeprefix("sha256:"): text for identifier, text in texts.items()})
    return known


def _without_value(error: GraphQLError) -> str:
    return error.message.partition(", found")[0].partition("cannot represent")[0].strip()


def _fragments(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    return {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}


def _refuse_what_unfolds(document: DocumentNode) -> None:
    """Refuse fragments that go in circles, and a document that is small as text and huge when it is written out."""
    fragments = _fragments(document)
    sizes: dict[str, int | None] = {}

    def spread(name: str) -> int:
        if name not in sizes:
            sizes[name] = None
            sizes[name] = size(fragments[name].selection_set) if name in fragments else 0
        if (known := sizes[name]) is None:
            raise DocumentRefused("fragments go in circles")
        return known

    def size(selections: SelectionSetNode | None) -> int:
        return sum(
            1 + (spread(node.name.value) if isinstance(node, FragmentSpreadNode) else size(_inside(node)))
            for node in (selections.selections if selections else ())
        )

    operations = (node for node in document.definitions if isinstance(node, OperationDefinitionNode))
    total = sum(size(node.selection_set) for node in operations) + sum(map(spread, fragments))
    if total > MAX_SELECTIONS:
        raise DocumentRefused("too much when its fragments are written out")


def _inside(node: SelectionNode) -> SelectionSetNode | None:
    return node.selection_set if isinstance(node, FieldNode | InlineFragmentNode) else None


def _root_fields(selections: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode]) -> set[str]:
    """Names of the fields an operation asks of the root; validation has refused fragments that go in circles."""
    names: set[str] = set()
    for node in selections.selections:
        if isinstance(node, FieldNode):
            names.add(node.name.value)
        elif isinstance(node, FragmentSpreadNode):
            names |= _root_fields(fragments[node.name.value].selection_set, fragments)
        elif isinstance(node, InlineFragmentNode):
            names |= _root_fields(node.selection_set, fragments)
    return names
