#pragma once

#include <string>

#include <QString>

namespace isostain {

/// A method of an evaluation, "source" and "target" among them, as tables and figures name it.
QString methodText(const std::string& method);

}
