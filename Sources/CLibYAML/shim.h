// The system's libyaml (libyaml-dev), the only C of this package.
#include <yaml.h>
