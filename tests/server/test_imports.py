import subprocess
import sys


def test_a_server_never_loads_the_drawing_libraries():
    program = (
        "import sys, server.process; print(sorted({'pygame', 'pytmx', 'PIL', 'numpy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
