#include "export/ExportQueue.h"

#include <algorithm>
#include <functional>

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSet>

#include "export/ExportTexts.h"
#include "panels/ErrorText.h"
#include "panels/PathText.h"
#include "panels/ThemedIcon.h"

namespace isostain {

void ExportQueue::add(const QStringList& fileNames)
{
    QSet<QString> known;
    for (const Slide& slide : m_slides)
        known.insert(slide.fileName);
    std::vector<Slide> added;
    for (const QString& each : fileNames) {
        const QString fileName = QDir::cleanPath(each);
        if (known.contains(fileName))
            continue;
        known.insert(fileName);
        added.push_back({fileName, ExportState::Waiting, 0, {}});
    }
    if (added.empty())
        return;
    beginInsertRows({}, count(), count() + static_cast<int>(added.size()) - 1);
    m_slides.insert(m_slides.end(), added.begin(), added.end());
    endInsertRows();
    emit changed();
}

void ExportQueue::remove(std::vector<int> rows)
{
    std::sort(rows.begin(), rows.end(), std::greater<>());
    for (const int row : rows) {
        beginRemoveRows({}, row, row);
        m_slides.erase(m_slides.begin() + row);
        endRemoveRows();
    }
    if (!rows.empty())
        emit changed();
}

QStringList ExportQueue::slides() const
{
    QStringList fileNames;
    for (const Slide& slide : m_slides)
        fileNames << slide.fileName;
    return fileNames;
}

int ExportQueue::count(ExportState state) const
{
    return static_cast<int>(rowsIn({state}).size());
}

std::vector<int> ExportQueue::rowsIn(std::initializer_list<ExportState> states) const
{
    std::vector<int> rows;
    for (int row = 0; row < count(); ++row)
        if (std::find(states.begin(), states.end(), at(row).state) != states.end())
            rows.push_back(row);
    return rows;
}

QString ExportQueue::outputOf(int row) const
{
    const Slide& slide = at(row);
    const bool isThere = slide.state == ExportState::Done || slide.state == ExportState::WasThere;
    return isThere && slide.result ? toFileName(slide.result->item.output) : QString();
}

void ExportQueue::setState(int row, ExportState state)
{
    Slide& slide = at(row);
    slide = {slide.fileName, state, 0, {}};
    tell(row);
}

void ExportQueue::setFraction(int row, double fraction)
{
    Slide& slide = at(row);
    if (slide.state != ExportState::Running || slide.fraction == fraction)
        return;
    slide.fraction = fraction;
    const QModelIndex cell = index(row, StateColumn);
    emit dataChanged(cell, cell);
}

void ExportQueue::setResult(int row, const ExportResult& result)
{
    Slide& slide = at(row);
    slide.result = result;
    if (result.error)
        slide.state = result.error->code == ErrorCode::Cancelled ? ExportState::Stopped : ExportState::Failed;
    else
        slide.state = result.wasThere ? ExportState::WasThere : ExportState::Done;
    tell(row);
}

void ExportQueue::resetStates()
{
    for (Slide& slide : m_slides)
        slide = {slide.fileName, ExportState::Waiting, 0, {}};
    if (count() == 0)
        return;
    emit dataChanged(index(0, StateColumn), index(count() - 1, StateColumn));
    emit changed();
}

void ExportQueue::tell(int row)
{
    const QModelIndex cell = index(row, StateColumn);
    emit dataChanged(cell, cell);
    emit changed();
}

int ExportQueue::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

int ExportQueue::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ExportQueue::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const Slide& slide = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? QFileInfo(slide.fileName).fileName() : stateText(slide);
    case Qt::ToolTipRole:
        return index.column() == NameColumn ? QDir::toNativeSeparators(slide.fileName) : detail(slide);
    case Qt::DecorationRole:
        return index.column() == StateColumn && slide.state == ExportState::Failed
                   ? QVariant(themedIcon(QStringLiteral("warning")))
                   : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | Qt::AlignLeft);
    case StateRole:
        return static_cast<int>(slide.state);
    case FractionRole:
        return slide.fraction;
    default:
        return {};
    }
}

QVariant ExportQueue::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Slide") : tr("State");
}

QString ExportQueue::stateText(const Slide& slide) const
{
    const QLocale locale;
    const std::uint64_t bytes = slide.result ? slide.result->outputBytes : 0;
    switch (slide.state) {
    case ExportState::Waiting:
        return tr("Waiting");
    case ExportState::Running:
        return slide.fraction > 0 ? tr("%1 %").arg(static_cast<int>(100 * slide.fraction)) : tr("Preparing…");
    case ExportState::Done:
        return tr("Done: %1 in %2 s").arg(sizeText(bytes), locale.toString(slide.result->duration.count(), 'f', 1));
    case ExportState::WasThere:
        return tr("Exported before: %1").arg(sizeText(bytes));
    case ExportState::Failed:
        return slide.result->shortage ? tr("%1 About %2 are needed, %3 are free.")
                                            .arg(errorText(*slide.result->error), sizeText(slide.result->shortage->neededBytes),
                                                 sizeText(slide.result->shortage->freeBytes))
                                      : errorText(*slide.result->error);
    case ExportState::Stopped:
        return tr("Stopped");
    }
    return {};
}

QString ExportQueue::detail(const Slide& slide) const
{
    if (!slide.result)
        return {};
    return slide.result->error ? errorDetail(*slide.result->error)
                               : QDir::toNativeSeparators(toFileName(slide.result->item.output));
}

}
