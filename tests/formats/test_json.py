import json as standard

import pytest

from generator.formats import json

VALUE = {"nom": 'L’Haÿ-les-Roses « "94" »\n\x07\u2028</script>', "b": [1, 2.5, None, True], "a": {}}


def test_json_is_compact_keeps_order_and_accents_and_reads_back() -> None:
    text = json.compact(VALUE)
    assert standard.loads(text) == VALUE
    assert text.startswith('{"nom":"L’Haÿ-les-Roses « \\"94\\" »\\n')
    assert text.endswith('"b":[1,2.5,null,true],"a":{}}')


def test_pieces_written_apart_make_the_same_text() -> None:
    names = [VALUE["nom"], "", "\\"]
    assert json.array(json.string(str(name)) for name in names) == json.compact(names)
    assert json.array([]) == "[]"


def test_what_no_browser_reads_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json.compact([float("nan")])
