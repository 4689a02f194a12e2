"""``edition completion``: the tab key completes commands, options, names and files."""

from __future__ import annotations

import click


@click.command(name="completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that lets SHELL complete what follows "edition".

    For bash, put into ~/.bashrc: eval "$(edition completion bash)". For zsh, put into ~/.zshrc:
    eval "$(edition completion zsh)". For fish: edition completion fish >
    ~/.config/fish/completions/edition.fish.
    """
    from click.shell_completion import BashComplete, FishComplete, ZshComplete

    script = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}[shell]
    click.echo(script(ctx.find_root().command, {}, "edition", "_EDITION_COMPLETE").source())
