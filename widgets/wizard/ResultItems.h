#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QString>

#include "study/StudyResults.h"

class QWidget;

namespace isostain {

class Background;

/// One thing to look at among the results of a study; its widget is made when it is first wanted.
struct ResultItem {
    QString title;
    std::function<QWidget*()> make;
};

/// Everything that a study has to show: summary, losses, figures and tables. The background outlives the widgets.
std::vector<ResultItem> resultItems(const std::shared_ptr<const StudyResults>& results, Background& background);

}
