#include <string>
#include <utility>
#include <vector>

#include <QTest>

#include "inference/BatchPolicy.h"

using namespace isostain;

namespace {

/// A device on which only so many items fit at a time, and a CPU behind it.
struct FakeDevice {
    std::size_t fitsOnGpu = 4;
    std::size_t fitsOnCpu = 2;
    bool isOnGpu = true;
    bool gpuFails = false;

    std::vector<std::size_t> done; ///< items, in the order in which they were done
    std::vector<std::size_t> sizes;
    std::vector<NetworkNotice> notices;

    BatchWork work()
    {
        BatchWork batches;
        batches.attempt = [this](std::size_t begin, std::size_t count) -> Result<void> {
            if (isOnGpu && gpuFails)
                return fail(ErrorCode::Internal, "gpu");
            if (count > (isOnGpu ? fitsOnGpu : fitsOnCpu))
                return fail(ErrorCode::OutOfMemory, "batch");
            sizes.push_back(count);
            for (std::size_t i = begin; i < begin + count; ++i)
                done.push_back(i);
            return {};
        };
        batches.moveToCpu = [this] {
            return std::exchange(isOnGpu, false);
        };
        batches.notice = [this](NetworkNotice notice) {
            notices.push_back(notice);
        };
        return batches;
    }
};

const std::vector<std::size_t> kFive = {0, 1, 2, 3, 4};

}

class TestBatchPolicy : public QObject {
    Q_OBJECT

private slots:
    void whatFitsIsDoneInBatches()
    {
        FakeDevice device;
        std::size_t limit = 2;
        QVERIFY(runInBatches(5, limit, device.work()));
        QCOMPARE(device.done, kFive);
        QCOMPARE(device.sizes, (std::vector<std::size_t>{2, 2, 1}));
        QCOMPARE(limit, std::size_t(2));
        QVERIFY(device.notices.empty());
        QVERIFY(runInBatches(0, limit, device.work()));
    }

    void batchesAreHalvedForGood()
    {
        FakeDevice device;
        device.fitsOnGpu = 1;
        std::size_t limit = 5;
        QVERIFY(runInBatches(5, limit, device.work()));
        QCOMPARE(device.done, kFive);
        QCOMPARE(limit, std::size_t(1));
        QCOMPARE(device.notices, (std::vector<NetworkNotice>{NetworkNotice::SmallerBatches, NetworkNotice::SmallerBatches}));
    }

    void whatDoesNotFitTheGpuGoesToTheCpu()
    {
        FakeDevice device;
        device.fitsOnGpu = 0;
        device.fitsOnCpu = 1;
        std::size_t limit = 1;
        QVERIFY(runInBatches(5, limit, device.work()));
        QCOMPARE(device.done, kFive);
        QCOMPARE(device.notices, std::vector<NetworkNotice>{NetworkNotice::MovedToCpu});
    }

    void aGpuThatFailsIsLeft()
    {
        FakeDevice device;
        device.gpuFails = true;
        std::size_t limit = 2;
        QVERIFY(runInBatches(5, limit, device.work()));
        QCOMPARE(device.done, kFive);
        QCOMPARE(device.notices, std::vector<NetworkNotice>{NetworkNotice::MovedToCpu});
    }

    void whatFitsNowhereIsAnError()
    {
        FakeDevice device;
        device.fitsOnGpu = 0;
        device.fitsOnCpu = 0;
        std::size_t limit = 4;
        const auto done = runInBatches(5, limit, device.work());
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::OutOfMemory);
        QVERIFY(device.done.empty());
    }

    void otherErrorsEndIt()
    {
        int attempts = 0;
        FakeDevice device;
        BatchWork work = device.work();
        work.attempt = [&](std::size_t, std::size_t) -> Result<void> {
            ++attempts;
            return fail(ErrorCode::Cancelled);
        };
        work.moveToCpu = [] {
            return true;
        };
        std::size_t limit = 4;
        QCOMPARE(runInBatches(5, limit, work).error().code, ErrorCode::Cancelled);
        QCOMPARE(attempts, 1);
    }

    void noticesHaveSentences()
    {
        for (const NetworkNotice notice : {NetworkNotice::SmallerBatches, NetworkNotice::MovedToCpu})
            QVERIFY(std::string(describe(notice)).ends_with('.'));
    }
};

QTEST_GUILESS_MAIN(TestBatchPolicy)
#include "tst_batchpolicy.moc"
