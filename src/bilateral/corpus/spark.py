"""Articles in an Apache Spark data frame, where one machine is too small; needs the extra ``spark``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import bilateral.corpus.batch as arrow
from bilateral.errors import ExtraMissingError, InvalidValueError
from bilateral.hungarian.lexicon import Lexicon

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame
    from pyspark.sql.types import DataType, StructType


def parse(
    df: DataFrame,
    text: str = "text",
    id: str = "id",  # noqa: A002 - the name of the column
    published: str | None = None,
    *,
    lexicon: Lexicon | None = None,
) -> DataFrame:
    """Parse the texts of a data frame, where its rows are.

    ``bilateral.spark.parse(df).select("id", explode("visits").alias("visit")).select("id", "visit.*")`` is
    the table of visits.

    Args:
        df: rows with the columns named by the other arguments; further ones are left out.
        text: column of the texts.
        id: column of what they are known by; carried through.
        published: column of dates of publication, if there is one.
        lexicon: names to know beside the shipped ones; sent to every worker.

    Returns:
        A row for each text: the id, ``error`` (why it could not be parsed, else null), and for each table
        of :func:`bilateral.tables` an array of its rows as structs.

    Raises:
        InvalidValueError: the data frame has no such column.
        ExtraMissingError: pyspark or pyarrow is not installed.
    """
    wanted = [id, text, *filter(None, [published])]
    for column in wanted:
        if column not in df.columns:
            raise InvalidValueError("spark.parse.df", df.columns, f"a column {column!r}")
    work = partial(arrow.parse_batches, text=text, id=id, published=published, lexicon=lexicon)
    return df.select(*wanted).mapInArrow(work, _schema(df, id))


def _schema(df: DataFrame, identity: str) -> StructType:
    """The columns of a parsed batch as Spark knows them."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - optional packages
        from pyspark.sql import types  # noqa: PLC0415
    except ImportError as error:
        raise ExtraMissingError("bilateral.spark", "spark") from error
    fields = list(arrow.batch_schema(pa.field(identity, pa.null())))[1:]
    found = [types.StructField(field.name, _type(field.type)) for field in fields]
    return types.StructType([df.schema[identity], *found])


def _type(kind: pa.DataType) -> DataType:
    """The Spark type of one of the Arrow types that a batch has."""
    import pyarrow as pa  # noqa: PLC0415
    from pyspark.sql.types import (  # noqa: PLC0415
        ArrayType,
        DateType,
        DecimalType,
        LongType,
        StringType,
        StructField,
        StructType,
    )

    if pa.types.is_list(kind):
        return ArrayType(_type(kind.value_type))
    if pa.types.is_struct(kind):
        return StructType([StructField(field.name, _type(field.type)) for field in kind])
    if pa.types.is_decimal(kind):
        return DecimalType(kind.precision, kind.scale)
    return {pa.string(): StringType(), pa.int64(): LongType(), pa.date32(): DateType()}[kind]
