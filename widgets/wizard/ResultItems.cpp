#include "wizard/ResultItems.h"

#include <QCoreApplication>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

#include "panels/PathText.h"
#include "plots/FigureBrowser.h"
#include "plots/ResultTable.h"
#include "wizard/StudyTexts.h"

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ResultItems)
};

void addFact(QFormLayout& form, const QString& name, const QString& value)
{
    if (value.isEmpty())
        return;
    auto* label = new QLabel(value);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form.addRow(name, label);
}

/// What has no place to break: in a line that can be scrolled.
void addLongWord(QFormLayout& form, const QString& name, const QString& value)
{
    if (value.isEmpty())
        return;
    auto* line = new QLineEdit(value);
    line->setReadOnly(true);
    line->setFrame(false);
    line->setAccessibleName(name);
    line->setCursorPosition(0);
    QPalette palette = line->palette();
    palette.setBrush(QPalette::Base, Qt::transparent);
    line->setPalette(palette);
    form.addRow(name, line);
}

QWidget* makeSummary(const StudyResults& results)
{
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    addFact(*form, Texts::tr("Study:"), QString::fromStdString(results.config.name));
    addFact(*form, Texts::tr("Begun:"), dateText(results.entry.started));
    addFact(*form, Texts::tr("State:"), studyStateText(results.entry));
    addFact(*form, Texts::tr("Folder:"), QDir::toNativeSeparators(toFileName(results.entry.path)));
    QStringList steps;
    for (const auto& [step, status] : results.entry.steps)
        steps << QStringLiteral("%1: %2").arg(stepText(step), stateText(status.state)) +
                     (status.reason.empty() ? QString() : QStringLiteral(" – ") + QString::fromStdString(status.reason));
    addFact(*form, Texts::tr("Steps:"), steps.join(QLatin1Char('\n')));
    addFact(*form, Texts::tr("Stain profile:"),
            results.profile.empty() ? Texts::tr("none was trained") : QDir::toNativeSeparators(toFileName(results.profile)));
    addLongWord(*form, Texts::tr("SHA-256 of its weights:"), QString::fromStdString(results.profileSha256));
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    scroll->setAccessibleName(Texts::tr("Summary"));
    return scroll;
}

QString titleOf(StudyTable::Kind kind)
{
    switch (kind) {
    case StudyTable::Kind::Methods:
        return Texts::tr("Methods (Tables 1, 2)");
    case StudyTable::Kind::Slides:
        return Texts::tr("Whole slides (Table 3)");
    case StudyTable::Kind::Ablation:
        return Texts::tr("Layers (Table 4)");
    case StudyTable::Kind::Classifier:
        return Texts::tr("Classifier");
    }
    return {};
}

}

std::vector<ResultItem> resultItems(const std::shared_ptr<const StudyResults>& results, Background& background)
{
    std::vector<ResultItem> items;
    items.push_back({Texts::tr("Summary"), [results] {
                         return makeSummary(*results);
                     }});
    items.push_back({Texts::tr("Figures"), [results, &background] {
                         return new FigureBrowser(results, background);
                     }});
    for (const StudyTable& table : studyTables(*results))
        items.push_back({titleOf(table.kind), [table] {
                             return new ResultTable(table);
                         }});
    return items;
}

}
