// The system's libyaml (libyaml-dev): the only C code of this package.
#include <yaml.h>
