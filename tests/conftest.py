"""What holds for every test."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# The same examples each time, so that a red run is somebody's change and not chance. To look for
# new ones: pytest --hypothesis-profile=explore
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile(
    "explore",
    max_examples=500,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
settings.load_profile("steady")
