import re
from graphlib import TopologicalSorter
from pathlib import Path

from generator.site.shell.assets import asset, modules_of, room_assets

SITE = Path(__file__).parents[3] / "generator/site"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
IMPORTED = re.compile(r"""(?:\bfrom|\bimport|\bimport\()\s*"(\.[^"]+)\"""")


def imports() -> dict[Path, set[Path]]:
    """What each script imports, when it is asked for included; types, which comments name, are left out."""
    return {
        script: {
            (script.parent / specifier).resolve()
            for specifier in IMPORTED.findall(COMMENT.sub("", script.read_text(encoding="utf-8")))
        }
        for script in sorted(SITE.glob("*/*.js"))
    }


def test_a_script_imports_from_its_own_room_and_the_shell_alone() -> None:
    pairs = [(script, imported) for script, found in imports().items() for imported in found]
    assert {imported for _, imported in pairs} <= imports().keys()
    strays = [
        f"{script.relative_to(SITE)} imports {imported.relative_to(SITE)}"
        for script, imported in pairs
        if imported.parent not in (script.parent, SITE / "shell")
    ]
    assert strays == []


def test_no_script_imports_in_a_circle() -> None:
    TopologicalSorter(imports()).prepare()


def test_a_page_names_every_module_that_its_script_brings() -> None:
    published = {path for path, _ in room_assets()}
    for main in ("finder/main.js", "comparison/main.js", "explorer/main.js", "map/map.js"):
        modules = set(modules_of(main))
        assert modules <= published
        assert asset("shell/element.js") in modules
        assert asset(main) not in modules
