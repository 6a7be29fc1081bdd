"""A connector reads one publisher's schema; a manifest names the one its files need."""

from collections.abc import Mapping
from typing import Final

from ingest.connectors.items import Connector
from ingest.connectors.onisep_occupations import onisep_occupations
from ingest.connectors.records import records
from ingest.connectors.rome import rome
from ingest.connectors.travail_emploi import travail_emploi

CONNECTORS: Final[Mapping[str, Connector]] = {
    "onisep-occupations": onisep_occupations,
    "records": records,
    "rome": rome,
    "travail-emploi": travail_emploi,
}
