"""A real Neo4j server for tests: the one of `KNOTENPUNKT_TEST_NEO4J`, else one from Maven on this machine's Java.

A throw-away server has an empty home in memory, a free port and one user, and is killed by its process id at the end.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import neo4j

VERSION = "5.26.28"
PASSWORD = "nur-zum-Testen"
START_SECONDS = 90

_POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version><packaging>pom</packaging>
  <properties><v>{VERSION}</v></properties>
  <dependencies>
    <dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>${{v}}</version></dependency>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${{v}}</version></dependency>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j-bolt</artifactId><version>${{v}}</version></dependency>
  </dependencies>
</project>
"""

_CONF = """server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
server.memory.pagecache.size={pagecache}
db.tx_log.preallocate=false
db.tx_log.rotation.size=1m
"""

_JAVA = (
    "-XX:+UseSerialGC",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
)


def given() -> list[str]:
    """The URLs of servers whose content the tests may wipe, separated by spaces."""
    return os.environ.get("KNOTENPUNKT_TEST_NEO4J", "").split()


class Server:
    """A throw-away server that can be killed and started again on its home."""

    def __init__(self, *, heap: str = "384m", pagecache: str = "128m") -> None:
        self._lib = _artifacts()
        self._heap = heap
        self._home = Path(tempfile.mkdtemp(prefix="neo4j-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        self._port = _free_port()
        (self._home / "conf").mkdir()
        (self._home / "conf" / "neo4j.conf").write_text(_CONF.format(port=self._port, pagecache=pagecache), "utf-8")
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self.start()
            self._set_password()
        except BaseException:
            self.stop()
            raise

    @property
    def url(self) -> str:
        """Where a store is opened."""
        return f"bolt://neo4j:{PASSWORD}@127.0.0.1:{self._port}"

    @property
    def pid(self) -> int:
        """The server's process id."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Start the server on its home and return when it takes connections."""
        command = ["java", "-Xms128m", f"-Xmx{self._heap}", *_JAVA, "-cp", f"{self._lib}/*"]
        home = [f"--home-dir={self._home}", f"--config-dir={self._home}/conf", "--console-mode"]
        with (self._home / "console.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "org.neo4j.server.CommunityEntryPoint", *home],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        until = time.monotonic() + START_SECONDS
        while not self._listens():
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError((self._home / "console.log").read_text("utf-8", "replace")[-3000:])
            time.sleep(0.1)

    def kill(self) -> None:
        """End the server as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        """End the server and throw its home away."""
        self.kill()
        shutil.rmtree(self._home, ignore_errors=True)

    def _listens(self) -> bool:
        with socket.socket() as client:
            return client.connect_ex(("127.0.0.1", self._port)) == 0

    def _set_password(self) -> None:
        text = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
        until = time.monotonic() + START_SECONDS
        while True:
            try:
                with neo4j.GraphDatabase.driver(
                    f"bolt://127.0.0.1:{self._port}", auth=("neo4j", "neo4j"), max_transaction_retry_time=0
                ) as driver:
                    driver.execute_query(text, {"password": PASSWORD}, database_="system")
                return
            except (neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.TransientError):
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)


def _artifacts() -> Path:
    """The folder of the server's jars, fetched by Maven when this machine has not got them yet."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "knotenpunkt" / f"neo4j-{VERSION}"
    lib = cache / "lib"
    if (cache / "complete").exists():
        return lib
    cache.mkdir(parents=True, exist_ok=True)
    (cache / "pom.xml").write_text(_POM, "utf-8")
    fetch = ["mvn", "-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={lib}"]
    subprocess.run(fetch, cwd=cache, stdin=subprocess.DEVNULL, check=True, timeout=600)
    (cache / "complete").touch()
    return lib


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
