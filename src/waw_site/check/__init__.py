"""Rules across files: a table of small functions, each with its rule in one sentence."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from waw_site.aggregate import aggregate
from waw_site.bescherming import beschermd
from waw_site.check import (
    counts,
    figures,
    names,
    publicatie,
    structure,
    stukken,
    texts,
    verdelingen,
    verhalen,
)
from waw_site.check.paden import PADEN
from waw_site.cijferboek import Cijferboek
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset, Loaded
from waw_site.kwartaal import Kwartaal
from waw_site.problem import Ernst, Problem

Check = Callable[[Dataset], Iterator[Problem]]

OF_DATA: tuple[Check, ...] = (
    names.indicators_exist,
    names.documents_exist,
    names.projects_exist,
    names.words_exist,
    structure.wholes_make_no_circle,
    structure.something_is_counted,
    structure.wholes_are_shallow,
    structure.rubrieken_name_a_project_once,
    structure.statuses_follow_each_other,
    structure.names_follow_each_other,
    structure.plans_follow_each_other,
    structure.goals_make_sense,
    structure.editions_have_a_plan,
    structure.editions_are_replaced_by_another,
    structure.editions_appear_after_their_quarter,
    figures.stands_say_something,
    figures.cumulative_figures_do_not_fall,
    figures.figures_stay_below_their_limit,
    figures.percentages_are_percentages,
    figures.figures_lie_within_the_life_of_a_project,
    figures.final_positions_are_final,
    figures.ended_projects_have_a_final_position,
    figures.figures_are_those_of_the_project,
    stukken.documents_belong_to_an_edition,
    stukken.budgets_add_up,
    stukken.amounts_have_a_decision,
    verdelingen.dimensions_exist,
    verdelingen.breakdowns_are_of_a_figure,
    verdelingen.parts_are_those_of_the_dimension,
    verdelingen.wholes_or_their_parts_are_broken_down,
    verdelingen.parts_add_up,
    verdelingen.margins_agree,
    verdelingen.parts_do_not_fall,
    verdelingen.parts_stay_below_their_limit,
    publicatie.descriptions_can_be_made,
    texts.values_are_complete,
)

OF_TEXTS: tuple[Check, ...] = (
    names.documents_of_stories_exist,
    stukken.documents_name_what_exists,
    stukken.stories_belong_to_an_edition,
    stukken.letters_have_a_body,
    verhalen.stories_have_consent,
    verhalen.names_need_consent,
    verhalen.days_of_consent_follow_each_other,
    verhalen.stories_left_out_are_told_of,
    verhalen.names_of_left_out_stories_are_gone,
    verhalen.consent_that_ends_soon_is_renewed,
    verhalen.stories_are_shown,
    verhalen.follow_ups_make_no_circle,
    texts.texts_have_a_place,
    texts.texts_are_plain_markdown,
    texts.stories_are_complete,
    texts.drafts_are_rewritten,
)

COUNTS: tuple[counts.Count, ...] = (
    counts.wholes_equal_their_parts,
    counts.projects_count_once,
    counts.running_projects_report,
    counts.reporting_projects_are_listed,
    counts.published_is_not_less_than_shown,
    counts.judgements_agree_with_the_figures,
    counts.words_of_a_judgement_say_the_same,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """All that is wrong with the data, and the figures where parts and wholes could be counted."""

    problems: tuple[Problem, ...]
    editions: dict[Kwartaal, EditieCijfers] = field(default_factory=dict)
    dataset: Dataset | None = None  # that knows what may be shown; None: too little was read


def check_data(loaded: Loaded) -> Checked:
    """Hold what stands in data/ against every rule on it, and count; it knows no text yet."""
    dataset = loaded.dataset
    if dataset is None:
        return Checked(loaded.problems)
    problems = [problem for rule in OF_DATA for problem in rule(dataset)]
    endless = [*structure.wholes_make_no_circle(dataset), *structure.wholes_are_shallow(dataset)]
    if endless:
        return Checked((*loaded.problems, *problems), {}, dataset)
    editions = aggregate(dataset)
    problems += [problem for rule in COUNTS for problem in rule(dataset, editions)]
    sound = not any(problem.ernst is Ernst.FOUT for problem in problems)
    dataset, editions, exposed = beschermd(dataset, editions, erbij=sound)
    return Checked((*loaded.problems, *problems, *exposed), editions, dataset)


def check_texts(dataset: Dataset, editions: Mapping[Kwartaal, EditieCijfers]) -> Iterator[Problem]:
    """Hold what stands in content/, and what names it or names figures, against every rule."""
    for rule in OF_TEXTS:
        yield from rule(dataset)
    if can_be_named(dataset, editions):
        boek = Cijferboek(dataset, editions)
        for named in PADEN:
            yield from named(boek)


def can_be_named(dataset: Dataset, editions: Mapping[Kwartaal, EditieCijfers]) -> bool:
    """Whether all was read and counted; else a name would be missed wherever it is used."""
    return not dataset.unreadable and editions.keys() == dataset.edities.keys()
