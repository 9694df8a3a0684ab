"""One file of the catalogue: an infrastructure or expert environment with its services and experts.

Names such as `order_type` and `target_users` are those of the EOSC service profile, and so are their values,
without the prefix. Whether ids fit together within and between files is checked in `catalogue_crosschecks`.
"""

from typing import Literal

from pydantic import Field

from bot.domain.catalogue_values import (
    Day,
    Elsewhere,
    EntryId,
    FilledPhrases,
    Limits,
    Line,
    Lines,
    Link,
    Location,
    Model,
    OpenToCompanies,
    Phrases,
    Source,
    Text,
    UnitId,
)

AccessType = Literal["mail_in", "physical", "remote", "virtual", "other"]
AccessMode = Literal["free", "free_conditionally", "paid", "peer_reviewed", "other"]
OrderType = Literal["fully_open_access", "open_access", "order_required", "other"]
TargetUser = Literal[
    "businesses",
    "funders",
    "innovators",
    "policy_makers",
    "providers",
    "research_communities",
    "research_groups",
    "research_infrastructure_managers",
    "research_managers",
    "research_networks",
    "research_organisations",
    "research_projects",
    "researchers",
    "resource_managers",
    "resource_provider_managers",
    "students",
    "other",
]
LifeCycleStatus = Literal[
    "concept",
    "planned",
    "discovery",
    "design",
    "preparation",
    "implementation",
    "alpha",
    "beta",
    "operation",
    "production",
    "in_containment",
    "retirement",
    "termination",
    "other",
]


class Service(Model):
    """Something a company can ask a unit to do or lend. `id` is "unit/short-id"."""

    id: EntryId = Field(description="an id that no other entry of the file has")
    name: Text = Field(description="a name in English (en) and Swedish (sv)")
    shows: Text = Field(description="what it does or makes visible, in English (en) and Swedish (sv)")
    does_not: Text = Field(description="what it is not for, in English (en) and Swedish (sv)")
    you_bring: Text = Field(description="what the company brings, in English (en) and Swedish (sv)")
    techniques: Lines = Field((), description="a list of methods by their technical names")
    synonyms: Phrases = Field(Phrases(), description="lists of everyday words under en and sv")
    asks: FilledPhrases = Field(description="at least one example need")
    limits: Limits = Field(Limits(), description="the limits that differ from the unit's")
    access_types: tuple[AccessType, ...] = Field((), description="a list of: mail_in, physical, remote, virtual, other")


class Expert(Model):
    """A role that answers for services. `id` is "unit/short-id"; persons are linked per installation."""

    id: EntryId = Field(description="an id that no other entry of the file has")
    role: Text = Field(description="the role in English (en) and Swedish (sv)")
    knows: FilledPhrases = Field(description="at least one thing the role knows")
    answers_for: tuple[EntryId, ...] = Field((), description="a list of service ids of the same file")


class Infrastructure(Model):
    """A unit of the campus: what it is, what it offers, who answers and how sure all that is."""

    id: UnitId = Field(description="the file's name without .yaml")
    kind: Literal["infrastructure", "expert_environment"] = Field(
        description="one of: infrastructure, expert_environment"
    )
    name: Text = Field(description="a name in English (en) and Swedish (sv)")
    aliases: Lines = Field((), description="a list of other names")
    summary: Text = Field(description="one plain sentence in English (en) and Swedish (sv)")
    host: Text = Field(description="who runs it, in English (en) and Swedish (sv)")
    location: Location = Field(description="a mapping with at least campus")
    fields: Lines = Field((), description="a list of subject fields")
    introductions: Literal["ask_first", "at_once"] = Field("ask_first", description="one of: ask_first, at_once")
    open_to_companies: OpenToCompanies = Field(description="a mapping of value, basis and source")
    services: tuple[Service, ...] = Field((), description="a list of services")
    experts: tuple[Expert, ...] = Field((), description="a list of experts")
    limits: Limits = Field(Limits(), description="a mapping of limits")
    access: Phrases = Field(Phrases(), description="lists of access and pricing facts under en and sv")

    webpage: Link | None = Field(None, description="a web address, or null")
    resource_organisation: Line = Field(description="the organisation that delivers the services")
    resource_providers: Lines = Field((), description="a list of further organisations that deliver them")
    target_users: tuple[TargetUser, ...] = Field(
        (), description="a list of EOSC target users, such as businesses or researchers"
    )
    order_type: OrderType | None = Field(
        None, description="one of: fully_open_access, open_access, order_required, other; or null"
    )
    access_types: tuple[AccessType, ...] = Field((), description="a list of: mail_in, physical, remote, virtual, other")
    access_modes: tuple[AccessMode, ...] = Field(
        (), description="a list of: free, free_conditionally, paid, peer_reviewed, other"
    )
    access_policy: Link | None = Field(None, description="the web address of the access rules, or null")
    trl: Literal[1, 2, 3, 4, 5, 6, 7, 8, 9] | None = Field(
        None, description="the technology readiness level, 1 to 9, or null"
    )
    life_cycle_status: LifeCycleStatus | None = Field(
        None, description="an EOSC life cycle status such as production, or null"
    )

    elsewhere: tuple[Elsewhere, ...] = Field((), description="a list of text and source")
    sources: tuple[Source, ...] = Field((), description="a list of web addresses or descriptions")
    confidence: Literal["high", "medium", "low"] = Field(description="one of: high, medium, low")
    confirmed: Day | None = Field(None, description="the date the host confirmed it, or null")
    caveat: Text | None = Field(None, description="what to be careful about, in en and sv, or null")

    def limits_of(self, service: Service) -> Limits:
        """The unit's limits with what the service changes."""
        return self.limits.with_changes(service.limits)
