#pragma once

#include <QString>

#include "base/Error.h"

namespace isostain {

/// The translated sentence of an error: what failed, on which file, what to do. Files by their name alone; without the
/// technical detail, which the window shows apart and only on demand.
QString errorText(const Error& error);

/// The technical detail with the whole path; empty where there is neither.
QString errorDetail(const Error& error);

}
