#include "folder/FolderSlides.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFileInfo>
#include <QFont>
#include <QLocale>

#include "normalize/ProfileNames.h"
#include "panels/ErrorText.h"

namespace isostain {

namespace {

constexpr int kFewest = 3; ///< slides that have a median to differ from

/// A color as a square, or a picture as it is.
QImage square(std::uint32_t color)
{
    QImage image(16, 16, QImage::Format_RGB32);
    image.fill(0xFF000000U | color);
    return image;
}

/// Numbers stand below each other.
int alignmentOf(int column)
{
    const bool isNumber = column != FolderSlides::Name && column != FolderSlides::Mean;
    return int((isNumber ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
}

}

FolderSlides::FolderSlides(QObject* parent) : QAbstractTableModel(parent) {}

void FolderSlides::setPaths(const QStringList& paths)
{
    beginResetModel();
    m_slides.clear();
    for (const QString& path : paths) {
        FolderSlide slide;
        slide.path = path;
        m_slides.push_back(std::move(slide));
    }
    m_median.reset();
    endResetModel();
}

int FolderSlides::nextWaiting() const
{
    const auto found = std::find_if(m_slides.begin(), m_slides.end(),
                                    [](const FolderSlide& each) { return each.state == FolderSlide::State::Waiting; });
    return found == m_slides.end() ? -1 : int(found - m_slides.begin());
}

void FolderSlides::setReading(int row)
{
    m_slides[std::size_t(row)].state = FolderSlide::State::Reading;
    changed(row);
}

void FolderSlides::resetReading()
{
    for (FolderSlide& slide : m_slides)
        if (slide.state == FolderSlide::State::Reading)
            slide.state = FolderSlide::State::Waiting;
}

void FolderSlides::setRead(int row, QImage picture, StainSummary summary)
{
    FolderSlide& slide = m_slides[std::size_t(row)];
    slide.state = FolderSlide::State::Read;
    slide.picture = std::move(picture);
    slide.summary = std::move(summary);
    findMedian();
    changed(row);
}

void FolderSlides::setFailed(int row, const Error& error)
{
    FolderSlide& slide = m_slides[std::size_t(row)];
    slide.state = FolderSlide::State::Failed;
    slide.error = error;
    changed(row);
}

int FolderSlides::finishedCount() const
{
    return int(std::count_if(m_slides.begin(), m_slides.end(), [](const FolderSlide& each) {
        return each.state == FolderSlide::State::Read || each.state == FolderSlide::State::Failed;
    }));
}

void FolderSlides::setCurrent(const QString& path)
{
    if (path == m_current)
        return;
    m_current = path;
    if (!m_slides.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void FolderSlides::findMedian()
{
    std::vector<LabColor> colors;
    for (const FolderSlide& slide : m_slides)
        if (slide.summary.mean)
            colors.push_back(*slide.summary.mean);
    m_median = int(colors.size()) < kFewest ? std::nullopt : medianOf(std::move(colors));
    emit dataChanged(index(0, Difference), index(rowCount() - 1, Difference));
}

void FolderSlides::changed(int row)
{
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int FolderSlides::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_slides.size());
}

int FolderSlides::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

std::optional<double> FolderSlides::valueOf(const FolderSlide& slide, int column) const
{
    const StainSummary& summary = slide.summary;
    if (slide.state != FolderSlide::State::Read)
        return std::nullopt;
    switch (column) {
    case Tissue: return 100 * summary.tissueShare;
    case Hematoxylin: return summary.stains ? std::optional(summary.stains->maximum[0]) : std::nullopt;
    case Eosin: return summary.stains ? std::optional(summary.stains->maximum[1]) : std::nullopt;
    case Mean: return summary.mean ? std::optional((*summary.mean)[0]) : std::nullopt;
    case Difference: return summary.mean && m_median ? std::optional(differenceOf(*summary.mean, *m_median)) : std::nullopt;
    default: return std::nullopt;
    }
}

QString FolderSlides::textOf(const FolderSlide& slide, int column) const
{
    if (column == Name)
        return QFileInfo(slide.path).fileName();
    if (column == Tissue && slide.state == FolderSlide::State::Reading)
        return tr("reading…");
    if (column == Tissue && slide.state == FolderSlide::State::Failed)
        return tr("unreadable");
    const auto value = valueOf(slide, column);
    if (!value)
        return {};
    const QLocale locale;
    switch (column) {
    case Tissue: return tr("%1 %").arg(locale.toString(*value, 'f', 0));
    case Mean:
        return tr("L %1, a %2, b %3")
            .arg(locale.toString((*slide.summary.mean)[0], 'f', 0), locale.toString((*slide.summary.mean)[1], 'f', 0),
                 locale.toString((*slide.summary.mean)[2], 'f', 0));
    case Difference: return locale.toString(*value, 'f', 1);
    default: return locale.toString(*value, 'f', 2);
    }
}

QVariant FolderSlides::decorationOf(const FolderSlide& slide, int column) const
{
    const StainSummary& summary = slide.summary;
    if (column == Name && !slide.picture.isNull())
        return slide.picture;
    if (column == Hematoxylin && summary.stains)
        return square(colorOf(summary.stains->stains[0], summary.stains->maximum[0]));
    if (column == Eosin && summary.stains)
        return square(colorOf(summary.stains->stains[1], summary.stains->maximum[1]));
    if (column == Mean && summary.mean)
        return square(colorOf(*summary.mean));
    return {};
}

QString FolderSlides::toolTipOf(const FolderSlide& slide, int column) const
{
    if (slide.state == FolderSlide::State::Failed)
        return errorText(slide.error);
    if (column == Name)
        return slide.path;
    QStringList lines;
    for (const FitWarning warning : slide.summary.warnings)
        lines << QCoreApplication::translate("ProfileName", named(warning).displayName);
    return lines.join(QLatin1Char('\n'));
}

QVariant FolderSlides::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const FolderSlide& slide = m_slides[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return textOf(slide, index.column());
    case Qt::DecorationRole: return decorationOf(slide, index.column());
    case Qt::ToolTipRole: return toolTipOf(slide, index.column());
    case Qt::UserRole:
        if (index.column() == Name)
            return textOf(slide, Name);
        // What is not known comes last.
        return valueOf(slide, index.column()).value_or(-1e9);
    case Qt::TextAlignmentRole: return alignmentOf(index.column());
    case Qt::FontRole: {
        QFont font;
        font.setBold(slide.path == m_current);
        return font;
    }
    default: return {};
    }
}

QVariant FolderSlides::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    struct Texts {
        QString title;
        QString toolTip;
    };
    const auto texts = [section]() -> Texts {
        switch (section) {
        case Name: return {tr("Slide"), tr("Double click or Enter opens it")};
        case Tissue: return {tr("Tissue"), tr("Share of the slide that is tissue, without glass, pen marks and folds")};
        case Hematoxylin:
            return {tr("Hematoxylin"), tr("Its color and its largest amount (99th percentile) in this slide, by Macenko's method")};
        case Eosin: return {tr("Eosin"), tr("Its color and its largest amount (99th percentile) in this slide, by Macenko's method")};
        case Mean: return {tr("Mean color"), tr("Mean color of the tissue, CIE Lab")};
        default:
            return {tr("Difference"), tr("Of the mean color from the median of the folder (CIE ΔE*ab): large where a slide is "
                                         "stained unlike the others")};
        }
    }();
    if (role == Qt::DisplayRole)
        return texts.title;
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    return role == Qt::ToolTipRole ? QVariant(texts.toolTip) : QVariant();
}

QString FolderSlides::text(const std::vector<int>& rows) const
{
    QStringList titles;
    for (int column = 0; column < ColumnCount; ++column)
        titles << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QStringList lines{titles.join(QLatin1Char('\t'))};
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells << textOf(m_slides[std::size_t(row)], column);
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}
