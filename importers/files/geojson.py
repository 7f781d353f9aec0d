"""Outlines of areas from GeoJSON: keyed by ARS or AGS with a name, valid, and a simplified copy for pages.

Simplification keeps shared borders shared, so that neighbours neither overlap nor gape on a map.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from importers.files.cells import clean_text
from importers.files.content import format_of, load
from importers.files.limits import FEATURES
from importers.files.strict_json import parse
from importers.files.table import Problem, ReadError

_ARS = ("ars", "rs", "ars_0", "rs_0", "regionalschluessel", "regionalschlüssel", "sdv_ars", "sdv_rs")
_AGS = ("ags", "ags_0", "gemeindeschluessel", "gemeindeschlüssel", "gemeindeschl", "schluessel", "schlüssel")
_NAME = ("name", "gen", "gemeinde", "gemeindename", "gem_name", "bezeichnung", "bez", "label", "title", "titel")
_WGS84 = ("crs84", "epsg:4326", "epsg::4326", "wgs84", "wgs 84")
_DIGITS = 5  # of a degree: about a metre
_TOLERANCES = (0.0005, 0.001, 0.0015, 0.002, 0.003, 0.004, 0.006, 0.008, 0.012)  # degrees
_BYTES_PER_OUTLINE = 380  # a county of 31 municipalities stays under 12 kB
_AREAL = {"Polygon", "MultiPolygon"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """One area: its own properties, key digits ("" where the file has none), name, GeoJSON geometries."""

    ars: str
    ags: str
    name: str
    properties: Mapping[str, str | int | float]
    geometry: Mapping[str, Any]
    simplified: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Outlines:
    """All areas of a file in its order, with the attribution the file carries, and what was odd."""

    features: tuple[Outline, ...]
    attribution: str
    problems: tuple[Problem, ...]


def read_outlines(source: Path | bytes, name: str) -> Outlines:
    """The areas of a GeoJSON FeatureCollection in WGS 84. Raises only ReadError, which names file and feature."""
    try:
        content = load(source)
        if format_of(content) != "geojson":
            raise ReadError("read.not_geojson")
        return _outlines(parse(content))
    except ReadError as error:
        raise error.naming(name) from error
    except (shapely.errors.ShapelyError, ValueError, TypeError, RecursionError) as error:
        raise ReadError("read.bad_geometry", file=name, row=0) from error


def read_outlines_bounded(source: Path | bytes, name: str, *, cancelled: Callable[[], bool] | None = None) -> Outlines:
    """As `read_outlines`, in a child process with limits: for every file from outside."""
    from importers.files.read import run_reading

    found = run_reading("importers.files.geojson:task", source, name, {"name": name}, cancelled=cancelled)
    return Outlines(
        features=tuple(Outline(**outline) for outline in found["features"]),
        attribution=found["attribution"],
        problems=tuple(Problem(**problem) for problem in found["problems"]),
    )


def task(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> dict[str, Any]:
    """What the child does."""
    found = read_outlines(payload, arguments["name"])
    return {
        "features": [{field: getattr(outline, field) for field in Outline.__slots__} for outline in found.features],
        "attribution": found.attribution,
        "problems": [{field: getattr(problem, field) for field in Problem.__slots__} for problem in found.problems],
    }


def _outlines(document: Any) -> Outlines:
    features = _features(document)
    _refuse_other_crs(document)
    problems: list[Problem] = []
    geometries = [_geometry(feature, number, problems) for number, feature in enumerate(features, 1)]
    simplified = simplify(geometries)
    outlines = []
    for number, feature in enumerate(features, 1):
        properties = _properties(feature.get("properties"))
        ars, ags, name = _keys(properties, number)
        outlines.append(
            Outline(
                ars=ars,
                ags=ags,
                name=name,
                properties=properties,
                geometry=_as_geojson(geometries[number - 1], _DIGITS),
                simplified=_as_geojson(simplified[number - 1], 4),
            )
        )
    problems.extend(_repeated_keys(outlines))
    return Outlines(features=tuple(outlines), attribution=_attribution(document), problems=tuple(problems))


def simplify(geometries: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Coarser copies whose GeoJSON takes about _BYTES_PER_OUTLINE each; shared borders stay shared.

    Coverage simplification needs outlines that meet exactly; where they overlap it still runs, and only the
    overlapping stretches are simplified one by one.
    """
    budget = _BYTES_PER_OUTLINE * len(geometries)
    found = list(geometries)
    for tolerance in _TOLERANCES:
        found = list(shapely.coverage_simplify(list(geometries), tolerance))
        found = [_or_original(new, old) for new, old in zip(found, geometries, strict=True)]
        if sum(len(json.dumps(_as_geojson(geometry, 4))) for geometry in found) <= budget:
            break
    return found


def _or_original(new: BaseGeometry, old: BaseGeometry) -> BaseGeometry:
    return old if new.is_empty else new


def _features(document: Any) -> list[Mapping[str, Any]]:
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        raise ReadError("read.no_feature_collection")
    features = document.get("features")
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        raise ReadError("read.no_feature_collection")
    if not features:
        raise ReadError("read.no_features")
    if len(features) > FEATURES:
        raise ReadError("read.too_many_features", count=len(features), limit=FEATURES)
    return features


def _refuse_other_crs(document: Mapping[str, Any]) -> None:
    crs = document.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = str(properties.get("name", "")) if isinstance(properties, dict) else ""
    if name and not any(known in name.lower() for known in _WGS84):
        raise ReadError("read.other_crs", crs=name.removeprefix("urn:ogc:def:crs:").replace("::", ":")[:60])


def _geometry(feature: Mapping[str, Any], number: int, problems: list[Problem]) -> BaseGeometry:
    raw = feature.get("geometry")
    if not isinstance(raw, dict) or raw.get("type") not in _AREAL:
        kind = raw.get("type") if isinstance(raw, dict) else ""
        raise ReadError("read.no_area", row=number, kind=str(kind)[:40])
    _refuse_bad_coordinates(raw.get("coordinates"), number)
    try:
        geometry = shapely.force_2d(shape(raw))
    except (shapely.errors.ShapelyError, ValueError, TypeError, IndexError) as error:
        raise ReadError("read.bad_geometry", row=number) from error
    if not geometry.is_valid:
        geometry = _areal_part(shapely.make_valid(geometry))
        problems.append(Problem(code="read.repaired_outline", row=number))
    if geometry.is_empty:
        raise ReadError("read.bad_geometry", row=number)
    return geometry


def _refuse_bad_coordinates(coordinates: Any, number: int) -> None:
    for lon, lat in _positions(coordinates, number):
        if abs(lon) > 180 or abs(lat) > 90:
            raise ReadError("read.not_lon_lat", row=number, x=f"{lon:.0f}", y=f"{lat:.0f}")


def _positions(coordinates: Any, number: int) -> Iterator[tuple[float, float]]:
    pending = [coordinates]
    while pending:
        part = pending.pop()
        if not isinstance(part, list) or not part:
            raise ReadError("read.bad_geometry", row=number)
        if isinstance(part[0], list):
            pending.extend(part)
        elif len(part) >= 2 and all(isinstance(value, (int, float)) for value in part):
            yield part[0], part[1]
        else:
            raise ReadError("read.bad_geometry", row=number)


def _areal_part(geometry: BaseGeometry) -> BaseGeometry:
    """Mending a bow tie may leave stray lines beside the polygons."""
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type in _AREAL]
    return shapely.unary_union(parts) if parts else shapely.Polygon()


def _as_geojson(geometry: BaseGeometry, digits: int) -> dict[str, Any]:
    """With the exterior counter-clockwise, as RFC 7946 wants it, and coordinates rounded."""
    found = mapping(shapely.orient_polygons(geometry, exterior_cw=False))
    return {"type": found["type"], "coordinates": _rounded(found["coordinates"], digits)}


def _rounded(coordinates: Any, digits: int) -> Any:
    if isinstance(coordinates, float):
        return round(coordinates, digits)
    return [_rounded(part, digits) for part in coordinates]


def _properties(raw: Any) -> dict[str, str | int | float]:
    """The plain ones; lists and nested objects are not ours to interpret."""
    if not isinstance(raw, dict):
        return {}
    found: dict[str, str | int | float] = {}
    for key, value in raw.items():
        if isinstance(value, str) and value.strip():
            found[key] = clean_text(value)[0]
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            found[key] = value
    return found


def _keys(properties: Mapping[str, str | int | float], number: int) -> tuple[str, str, str]:
    by_name = {key.casefold(): value for key, value in properties.items()}
    name = next((str(by_name[key]) for key in _NAME if key in by_name), "")
    ars = next((digits for key in _ARS if (digits := _digits(by_name.get(key), 12))), "")
    ags = next((digits for key in _AGS if (digits := _digits(by_name.get(key), 8))), "")
    if not ars and not ags:
        raise ReadError("read.no_key", row=number, name=name)
    if not name:
        raise ReadError("read.no_area_name", row=number)
    return ars, ags, name


def _digits(value: str | int | float | None, length: int) -> str:
    """Keys are digits, sometimes spaced; a number has lost its leading zero."""
    digits = "".join(str(int(value) if isinstance(value, float) else value if value is not None else "").split())
    if isinstance(value, (int, float)) and len(digits) == length - 1:
        digits = "0" + digits
    return digits if digits.isascii() and digits.isdigit() and len(digits) == length else ""


def _repeated_keys(outlines: Sequence[Outline]) -> Iterator[Problem]:
    for key, count in Counter(outline.ars or outline.ags for outline in outlines).items():
        if count > 1:
            yield Problem(code="read.repeated_area_key", params={"key": key, "count": count})


def _attribution(document: Mapping[str, Any]) -> str:
    found = document.get("attribution") or document.get("licence") or document.get("license")
    return clean_text(found)[0] if isinstance(found, str) else ""
