#include "export/ExportTexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ExportTexts)
};

}

QString sizeText(std::uint64_t bytes)
{
    // As many decimals as an estimate is worth.
    double value = static_cast<double>(bytes);
    while (value >= 999.5)
        value /= 1000;
    const int decimals = bytes >= 1000 && value < 9.95 ? 1 : 0;
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), decimals, QLocale::DataSizeSIFormat);
}

QString timeText(std::chrono::seconds time)
{
    const auto seconds = static_cast<int>(time.count());
    if (seconds >= 3600)
        return Texts::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    if (seconds >= 60)
        return Texts::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return Texts::tr("%1 s").arg(seconds);
}

}
